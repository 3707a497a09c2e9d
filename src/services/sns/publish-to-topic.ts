import { completeTrace, type Lineage, withLineage } from '../../aws/trace-header.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertEvent } from '../../storage/tables/events.ts';
import { sequenceNumber } from '../../storage/tables/message-row.ts';
import { confirmedSubscriptions } from '../../storage/tables/subscriptions.ts';
import { rememberMessage } from '../../storage/tables/topic-deduplications.ts';
import type { TopicRow } from '../../storage/tables/topics.ts';
import type { Platform } from '../context.ts';
import { type Considered, createFanOut } from './fan-out.ts';
import type { Notification } from './message.ts';
import { notificationOf, type Publication } from './publication.ts';
import { createSigner } from './signer.ts';
import { topicSettings } from './topic-attributes.ts';

/** What led to a message: its trace, and the delivery that caused it, if any did. */
export interface Origin extends Lineage {
  readonly trace: string | null;
}

export interface Published {
  readonly messageId: string;
  /** Of FIFO topics. */
  readonly sequenceNumber: string | undefined;
}

/** What events of published messages are called. */
export const PUBLISH_EVENT = 'Publish';

/** What an event's `settled` column tells of subscriptions: more than these are not listed. */
const CONSIDERED_MAX = 100;

const TRACE_ID_BYTES = 16;

/**
 * Publishes a message as part of the caller's transaction, in which `topic` must have been read:
 * one event, and one delivery for each subscription that wants it. This is the only way in: for the
 * SNS API, for S3, for targets of EventBridge. Whether the publisher may, and whether the topic
 * takes the message (`checkPublication`), is for the caller to check; `sendToTopic` does both for
 * other services.
 *
 * Queues get the message right here, as long as they are few; those of FIFO topics always do, which
 * keeps the order. What was settled here, and which subscriptions did not want the message, is
 * noted in the event.
 *
 * A FIFO topic accepts a message again that was published less than five minutes ago, but does not
 * deliver it: the answer names the first one.
 */
export async function publishToTopic(
  tx: Transaction,
  platform: Platform,
  topic: TopicRow,
  publication: Publication,
  origin: Origin,
): Promise<Published> {
  const { ids, clock } = platform;
  const id = ids.sequence();
  const notification = notificationOf(topic, publication, {
    messageId: ids.uuid(),
    atMs: clock.now(),
    sequenceNumber: topic.fifo === 1 ? sequenceNumber(id) : undefined,
  });
  const first = await findFirst(tx, topic, notification, id);
  if (first) return first;

  const trace = origin.trace ?? newTrace(platform, topic, origin);
  const signer = await createSigner(tx, platform);
  const messageTrace = traceOfMessages(trace, origin, id);
  const publishing = { id, topic, notification, trace: messageTrace, signer };
  const fanOut = createFanOut(tx, platform, publishing);
  const considered: Considered[] = [];
  let wanted = false;
  for (const subscription of await confirmedSubscriptions(tx, topic.id)) {
    const result = await fanOut(subscription);
    wanted ||= result?.kind !== 'filtered';
    if (result && considered.length < CONSIDERED_MAX) considered.push(result);
  }
  await insertEvent(tx, {
    id,
    kind: 'sns',
    at: notification.atMs,
    account: topic.account,
    region: topic.region,
    source: topic.arn,
    name: PUBLISH_EVENT,
    subject: notification.messageId,
    payload: JSON.stringify(notification),
    settled: considered.length === 0 ? null : JSON.stringify(considered),
    ...(!wanted && { outcome: 'unmatched' }),
    trace,
    cause: origin.cause,
    hops: origin.hops,
  });
  return { messageId: notification.messageId, sequenceNumber: notification.sequenceNumber };
}

/**
 * The message that a FIFO topic accepted under the same deduplication id, and so answers for this
 * one.
 */
async function findFirst(
  tx: Transaction,
  topic: TopicRow,
  { messageId, groupId, deduplicationId, atMs }: Notification,
  sequence: number,
): Promise<Published | undefined> {
  if (topic.fifo === 0) return undefined;
  const scoped = topicSettings(topic).deduplicationScope === 'MessageGroup';
  const key = `${scoped ? groupId : ''}\n${deduplicationId}`;
  const first = await rememberMessage(tx, topic.id, key, { messageId, sequence }, atMs);
  return first && { messageId: first.messageId, sequenceNumber: sequenceNumber(first.sequence) };
}

/**
 * What consumers of the message send on. What nothing else led to keeps the trace that its publisher gave it, or none;
 * otherwise it says that it comes from this message.
 */
function traceOfMessages(trace: string | null, { cause, hops }: Origin, id: number): string | null {
  return cause === null ? trace : withLineage(trace, { hops: hops + 1, cause: id });
}

/** Active tracing gives a trace to messages that come without one. */
function newTrace({ ids }: Platform, topic: TopicRow, { hops, cause }: Origin): string | null {
  if (!topicSettings(topic).traced) return null;
  const random = Buffer.from(ids.bytes(TRACE_ID_BYTES)).toString('hex');
  return completeTrace(null, { hops, cause }, random);
}
