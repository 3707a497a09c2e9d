import { eventBusArn } from '../../aws/arn.ts';
import { explainRule } from '../../events/notification/index.ts';
import type { Reader } from '../../storage/storage.ts';
import type { DeliveryRow } from '../../storage/tables/deliveries.ts';
import type { EventRow } from '../../storage/tables/events.ts';
import { getConfiguration } from '../../storage/tables/notification-configurations.ts';
import { EVENT_BRIDGE_RULE, rulesOf } from '../stored-notification.ts';

/** What a rule said of an event. */
export interface Verdict {
  /** Configuration id, subscription ARN, ARN of the rule of a bus. */
  readonly rule: string;
  readonly destination?: string | undefined;
  readonly matched: boolean;
  /** Why it did not match, in plain words. */
  readonly reason?: string | undefined;
}

/** What an entry of an event's `settled` may say: S3, SNS and EventBridge each write their own. */
export interface SettledEntry {
  readonly rule: string;
  readonly destination?: string;
  readonly kind: 'delivered' | 'rejected' | 'filtered' | 'matched' | 'disabled' | 'missed';
  readonly messageId?: string;
  readonly code?: string;
  readonly reason?: string;
}

export const settledEntries = ({ settled }: Pick<EventRow, 'settled'>): readonly SettledEntry[] =>
  settled === null ? [] : JSON.parse(settled);

/**
 * Every rule that was asked about an event. Of a bucket they are asked again, as they were then;
 * topics and buses noted what theirs said.
 */
export async function verdictsOf(
  reader: Reader,
  event: EventRow,
  deliveries: readonly DeliveryRow[],
): Promise<Verdict[]> {
  if (event.kind === 's3') return bucketVerdicts(reader, event);
  const noted = settledEntries(event).map(notedVerdict);
  const known = new Set(noted.map(({ rule }) => rule));
  const owed = deliveries.filter(({ kind, rule }) => kind.startsWith('sns-') && !known.has(rule));
  return [...noted, ...owed.map(({ rule, lane }) => ({ rule, destination: lane, matched: true }))];
}

async function bucketVerdicts(reader: Reader, event: EventRow): Promise<Verdict[]> {
  if (event.configuration === null) return [];
  const text = await getConfiguration(reader, event.configuration);
  if (text === undefined) return [];
  const { rules, eventBridge } = rulesOf(text);
  const verdicts = rules.map((rule) => ({
    rule: rule.configurationId,
    destination: rule.destination,
    ...explainRule(rule, event.name, event.subject),
  }));
  if (!eventBridge) return verdicts;
  const bus = eventBusArn(event.region, event.account, 'default');
  return [...verdicts, { rule: EVENT_BRIDGE_RULE, destination: bus, matched: true }];
}

function notedVerdict({ rule, destination, kind, reason }: SettledEntry): Verdict {
  switch (kind) {
    case 'missed':
      return { rule, destination, matched: false, reason: `the pattern fails at ${reason}` };
    case 'filtered':
      return { rule, destination, matched: false, reason };
    case 'disabled':
      return { rule, destination, matched: false, reason: 'the rule is disabled' };
    default:
      return { rule, destination, matched: true };
  }
}
