import type { Platform } from '../services/context.ts';
import { invocationSettings } from '../services/lambda/invocation-settings.ts';
import type { Transaction } from '../storage/storage.ts';
import { insertDelivery } from '../storage/tables/deliveries.ts';
import type { Job } from './destination.ts';
import { type Ended, errorMessage, invocationRecord } from './invocation-record.ts';

/**
 * What a delivery of kind `invocation-destination` carries, as JSON. Its lane is the destination's
 * ARN.
 */
export interface OwedRecord {
  /** As whom it is sent: the function's execution role. */
  readonly roleArn: string;
  readonly body: string;
  /** Of dead letters only. */
  readonly attributes?: Readonly<Record<string, RecordAttribute>> | undefined;
}

export interface RecordAttribute {
  readonly type: 'String' | 'Number';
  readonly value: string;
}

/** What the rule of such a delivery says: which setting of the function asks for it. */
export type RecordRule = 'OnSuccess' | 'OnFailure' | 'DeadLetterConfig';

/** The error text in a dead letter, in characters. */
const ERROR_MESSAGE_LENGTH_MAX = 1024;
/** What a message attribute may not hold. */
const FORBIDDEN_CHARACTERS = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Owes the end of an asynchronous invocation to the function's destination for it and, when it
 * failed, also to its dead-letter queue; as they are configured at this moment.
 */
export async function oweRecords(
  tx: Transaction,
  platform: Platform,
  job: Job,
  ended: Ended,
): Promise<void> {
  const settings = await invocationSettings(tx, job.delivery.rule);
  if (!settings) return;
  const { roleArn, onSuccess, onFailure, deadLetterArn } = settings;
  const owe = (rule: RecordRule, lane: string, record: Omit<OwedRecord, 'roleArn'>) =>
    insertDelivery(tx, {
      id: platform.ids.sequence(),
      event_id: job.event.id,
      kind: 'invocation-destination',
      lane,
      rule,
      payload: JSON.stringify({ roleArn, ...record } satisfies OwedRecord),
      now: platform.clock.now(),
    });
  const succeeded = ended.condition === 'Success';
  const destination = succeeded ? onSuccess : onFailure;
  if (destination !== undefined) {
    const body = invocationRecord(job, ended, platform.clock.now());
    await owe(succeeded ? 'OnSuccess' : 'OnFailure', destination, { body });
  }
  if (!succeeded && deadLetterArn !== undefined)
    await owe('DeadLetterConfig', deadLetterArn, {
      body: job.event.payload,
      attributes: deadLetterAttributes(job, ended),
    });
}

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq
 */
function deadLetterAttributes(
  { event }: Job,
  { condition, response }: Ended,
): Record<string, RecordAttribute> {
  const message = (response ? errorMessage(response.payload) : condition)
    .slice(0, ERROR_MESSAGE_LENGTH_MAX)
    .replaceAll(FORBIDDEN_CHARACTERS, '\uFFFD');
  return {
    RequestID: { type: 'String', value: event.subject },
    ErrorCode: { type: 'Number', value: response ? '200' : '429' },
    ErrorMessage: { type: 'String', value: message },
  };
}
