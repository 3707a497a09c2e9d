import { eventBusArn } from '../../aws/arn.ts';
import { explainPattern, matchPattern } from '../../events/pattern/index.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertArchivedEvent } from '../../storage/tables/archived-events.ts';
import { countArchived } from '../../storage/tables/archives.ts';
import { getEventBus } from '../../storage/tables/event-buses.ts';
import { insertEvent } from '../../storage/tables/events.ts';
import type { Platform } from '../context.ts';
import { busRules, type CompiledArchive, type CompiledRule } from './bus-rules.ts';
import { oweTargets } from './owe-targets.ts';

/** An event to be put on a bus, and where it comes from. */
export interface EventToPut {
  /** Owner, region and name of the bus. */
  readonly account: string;
  readonly region: string;
  readonly bus: string;
  /** JSON text of a whole event: `version`, `id`, `detail-type`, `source`, `account`, `time`, `region`, `resources`, `detail`. */
  readonly event: string;
  readonly trace: string | null;
  /** The delivery that leads to this event, and how many events lie before it. */
  readonly cause: number | null;
  readonly hops: number;
  /** ARNs of the only rules that may get it; all of them when left out. For replays. */
  readonly onlyRules?: ReadonlySet<string> | undefined;
}

/** What became of it: how many rules were asked, and how many match. */
export interface PutOutcome {
  readonly considered: number;
  readonly matched: number;
}

/** An entry of the JSON list in the event's `settled` column: one rule that was asked about the event. */
export type ConsideredRule = { readonly rule: string } & (
  | { readonly kind: 'matched' }
  /** It would match, were it enabled. */
  | { readonly kind: 'disabled' }
  /** The first clause of the pattern that fails, in words. */
  | { readonly kind: 'missed'; readonly reason: string }
);

/** Rules that did not match and are noted with their reason; all others are noted too. */
const MISSES_NOTED_MAX = 50;
const REASON_LENGTH_MAX = 300;

/**
 * Puts an event on a bus as part of the caller's transaction: it is owed to the targets of every enabled rule that it
 * matches, and kept by the archives that want it. It is the one way onto a bus, for the API, for S3, for targets that are
 * buses, for destinations of functions and for replays.
 *
 * What each rule had to say of it is written down even when none matches, since that is when somebody asks. On a bus that
 * does not exist or has neither rules nor archives nothing is written. Permission is for the caller to check.
 */
export async function putEvent(
  tx: Transaction,
  platform: Pick<Platform, 'storage' | 'ids' | 'clock'>,
  put: EventToPut,
): Promise<PutOutcome> {
  const busArn = eventBusArn(put.region, put.account, put.bus);
  const bus = await getEventBus(tx, busArn);
  const { rules, archives } = bus ? await busRules(tx, platform, bus) : { rules: [], archives: [] };
  if (rules.length === 0 && archives.length === 0) return { considered: 0, matched: 0 };

  const event = JSON.parse(put.event);
  const asked = put.onlyRules ? rules.filter(({ arn }) => put.onlyRules?.has(arn)) : rules;
  const matching = asked.filter(({ pattern }) => matchPattern(pattern, event));
  const matched = matching.filter(({ enabled }) => enabled);
  const id = platform.ids.sequence();
  for (const { arn, targets } of matched) await oweTargets(tx, platform, id, arn, targets);
  await archive(tx, platform, archives, put.event, event);
  if (asked.length > 0) {
    await insertEvent(tx, {
      id,
      kind: 'events',
      at: platform.clock.now(),
      account: put.account,
      region: put.region,
      source: busArn,
      name: String(event['detail-type']),
      subject: String(event.id),
      payload: put.event,
      settled: JSON.stringify(noteRules(asked, matching, event)),
      ...(matched.length === 0 && { outcome: 'unmatched' }),
      trace: put.trace,
      cause: put.cause,
      hops: put.hops,
    });
  }
  return { considered: asked.length, matched: matched.length };
}

function noteRules(
  asked: readonly CompiledRule[],
  matching: readonly CompiledRule[],
  event: unknown,
): ConsideredRule[] {
  const matches = new Set(matching);
  const missing = asked.filter((rule) => !matches.has(rule)).slice(0, MISSES_NOTED_MAX);
  return [
    ...matching.map(({ arn, enabled }) => ({
      rule: arn,
      kind: enabled ? ('matched' as const) : ('disabled' as const),
    })),
    ...missing.map(({ arn, pattern }) => {
      const explanation = explainPattern(pattern, event);
      const reason = explanation.matched ? '' : explanation.reason.slice(0, REASON_LENGTH_MAX);
      return { rule: arn, kind: 'missed' as const, reason };
    }),
  ];
}

/** Archives never keep what a replay puts on the bus again. */
async function archive(
  tx: Transaction,
  { ids, clock }: Pick<Platform, 'ids' | 'clock'>,
  archives: readonly CompiledArchive[],
  text: string,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (Object.hasOwn(event, 'replay-name')) return;
  const now = clock.now();
  for (const { id, pattern } of archives) {
    if (pattern && !matchPattern(pattern, event)) continue;
    const bytes = sizeOf(event);
    const at = Date.parse(String(event.time));
    await insertArchivedEvent(tx, {
      id: ids.sequence(),
      archive_id: id,
      at: Number.isNaN(at) ? now : at,
      kept_at: now,
      bytes,
      event: text,
    });
    await countArchived(tx, id, 1, bytes);
  }
}

/** Time and account. */
const ENVELOPE_BYTES = 14 + 12;

/** What an event counts for in the size of an archive: much as in PutEvents, not the whole of its text. */
function sizeOf(event: Readonly<Record<string, unknown>>): number {
  const { source, 'detail-type': detailType, resources, detail } = event;
  const texts = [source, detailType, ...(resources as unknown[]), JSON.stringify(detail)];
  return texts.reduce<number>(
    (total, text) => total + Buffer.byteLength(String(text)),
    ENVELOPE_BYTES,
  );
}
