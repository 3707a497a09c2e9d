import type { Reader } from '../storage.ts';

/** What is still to come of what was caused so far. */
export interface Unsettled {
  readonly count: number;
  /** When the first of it that has a time of its own can happen. */
  readonly nextAt: number | undefined;
}

const DELIVERIES = "deliveries WHERE state = 'pending'";
/** Messages that a function is working on are hidden, and count. */
const MAPPED_MESSAGES = `messages
  JOIN queues ON queues.backlog = messages.backlog
  JOIN event_source_mappings AS mappings ON mappings.event_source_arn = queues.arn
  WHERE mappings.enabled = 1`;
const MOVE_TASKS = "move_tasks WHERE state IN ('RUNNING', 'CANCELLING')";
const REPLAYS = "replays WHERE state IN ('STARTING', 'RUNNING', 'CANCELLING')";

/**
 * Deliveries that are owed, messages in queues that an enabled event source mapping reads, message move tasks and replays. One
 * statement, so that whatever a transaction did is seen whole or not at all.
 */
export async function unsettled(reader: Reader): Promise<Unsettled> {
  // A message behind another of its group waits for that one, whatever its own time.
  const row = await reader.get<{ count: number; next_at: number | null }>(
    `SELECT COUNT(*) AS count, MIN(next_at) AS next_at FROM (
       SELECT next_at FROM ${DELIVERIES}
       UNION ALL SELECT CASE WHEN messages.place <> 2 THEN messages.visible_at END FROM ${MAPPED_MESSAGES}
       UNION ALL SELECT NULL FROM ${MOVE_TASKS}
       UNION ALL SELECT NULL FROM ${REPLAYS}
     ) AS rest`,
  );
  return { count: Number(row?.count ?? 0), nextAt: row?.next_at ?? undefined };
}

/** The same in words, for whoever waited in vain: the first `limit` of each kind. */
export async function describeUnsettled(reader: Reader, limit: number): Promise<string[]> {
  const deliveries = await reader.all<{
    kind: string;
    lane: string;
    attempts: number;
    reason: string | null;
  }>(
    `SELECT kind, lane, attempts, reason FROM ${DELIVERIES} ORDER BY attempts DESC LIMIT ?`,
    limit,
  );
  const queues = await reader.all<{
    arn: string;
    function_arn: string;
    last_result: string | null;
    messages: number;
    receives: number;
  }>(
    `SELECT queues.arn, mappings.function_arn, mappings.last_result,
       COUNT(*) AS messages, MAX(messages.receive_count) AS receives
     FROM ${MAPPED_MESSAGES} GROUP BY queues.arn, mappings.function_arn, mappings.last_result LIMIT ?`,
    limit,
  );
  const tasks = await reader.all<{ source_arn: string }>(
    `SELECT source_arn FROM ${MOVE_TASKS} LIMIT ?`,
    limit,
  );
  const replays = await reader.all<{ arn: string }>(`SELECT arn FROM ${REPLAYS} LIMIT ?`, limit);
  return [
    ...deliveries.map(
      ({ kind, lane, attempts, reason }) =>
        `a delivery (${kind}) to ${lane}, tried ${counted(attempts, 'time')}${reason ? `: ${reason}` : ''}`,
    ),
    ...queues.map(
      ({ arn, function_arn, last_result, messages, receives }) =>
        `${counted(messages, 'message')} in ${arn} for ${function_arn}, ` +
        `received ${counted(receives, 'time')}; the last result is ${last_result ?? 'none so far'}`,
    ),
    ...tasks.map(({ source_arn }) => `a task that moves the messages of ${source_arn}`),
    ...replays.map(({ arn }) => `the replay ${arn}`),
  ];
}

const counted = (count: number, noun: string) =>
  `${count} ${noun}${Number(count) === 1 ? '' : 's'}`;
