import type { Reader } from '../storage.ts';

/**
 * Messages in queues that an enabled event source mapping reads: how many there are, and when the next of them can be received.
 * Those that a function is working on are hidden, and count; those that stand behind another of their group wait for that one.
 */
export async function mappedMessages(
  reader: Reader,
): Promise<{ readonly count: number; readonly nextAt: number | undefined }> {
  const row = await reader.get<{ count: number; next_at: number | null }>(
    `SELECT COUNT(*) AS count, MIN(CASE WHEN messages.place <> 2 THEN messages.visible_at END) AS next_at
     FROM messages
     JOIN queues ON queues.backlog = messages.backlog
     JOIN event_source_mappings ON event_source_mappings.event_source_arn = queues.arn
     WHERE event_source_mappings.enabled = 1`,
  );
  return { count: Number(row?.count ?? 0), nextAt: row?.next_at ?? undefined };
}
