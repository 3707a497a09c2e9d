import type { Transaction } from '../storage.ts';

/** A message that a FIFO topic has accepted. */
export interface AcceptedMessage {
  readonly messageId: string;
  /** The number of its event; AWS's SequenceNumber is made of it. */
  readonly sequence: number;
}

/** For how long a FIFO topic refuses to publish the same message twice. */
const DEDUPLICATION_MS = 5 * 60 * 1000;
/** Expired entries that each publish removes: more than it adds, so that they cannot pile up. */
const SWEPT = 4;

/**
 * The message that was accepted under the same key within five minutes; otherwise remembers this
 * one.
 * https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html
 */
export async function rememberMessage(
  tx: Transaction,
  topicId: number,
  key: string,
  message: AcceptedMessage,
  now: number,
): Promise<AcceptedMessage | undefined> {
  const first = await tx.get<{ message_id: string; sequence: number }>(
    `SELECT message_id, sequence FROM topic_deduplications
     WHERE topic_id = ? AND deduplication_key = ? AND expires_at > ?`,
    topicId,
    key,
    now,
  );
  if (first) return { messageId: first.message_id, sequence: first.sequence };
  await tx.run(
    `INSERT INTO topic_deduplications (topic_id, deduplication_key, message_id, sequence, expires_at)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (topic_id, deduplication_key) DO UPDATE
     SET message_id = excluded.message_id, sequence = excluded.sequence, expires_at = excluded.expires_at`,
    topicId,
    key,
    message.messageId,
    message.sequence,
    now + DEDUPLICATION_MS,
  );
  await tx.run(
    `DELETE FROM topic_deduplications WHERE (topic_id, deduplication_key) IN
       (SELECT topic_id, deduplication_key FROM topic_deduplications
        WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    now,
    SWEPT,
  );
  return undefined;
}
