import type { Reader, Transaction } from '../storage.ts';

/** A message move task: takes the messages of a dead-letter queue back to where they came from, or to another queue. */
export interface MoveTaskRow {
  /** From `Ids.sequence`: larger was started later. Only messages with smaller ids are moved, so that a task ends. */
  readonly id: number;
  readonly account: string;
  readonly source_arn: string;
  /** `null`: each message goes to the queue that it came from. */
  readonly destination_arn: string | null;
  readonly messages_per_second: number | null;
  readonly state: MoveTaskState;
  readonly moved: number;
  /** How many there were at the start. */
  readonly to_move: number;
  readonly started_at: number;
  /** Why it failed: a code of AWS. */
  readonly failure: string | null;
}

export type MoveTaskState = 'RUNNING' | 'CANCELLING' | 'CANCELLED' | 'COMPLETED' | 'FAILED';

/** Fired when a task was started or cancelled; carries nothing. */
export const MOVE_TASKS_SIGNAL = 'move tasks';

export type NewMoveTask = Omit<MoveTaskRow, 'state' | 'moved' | 'failure'>;

export async function insertMoveTask(tx: Transaction, task: NewMoveTask): Promise<void> {
  await tx.run(
    `INSERT INTO move_tasks (id, account, source_arn, destination_arn, messages_per_second, state, moved, to_move, started_at)
     VALUES (?, ?, ?, ?, ?, 'RUNNING', 0, ?, ?)`,
    task.id,
    task.account,
    task.source_arn,
    task.destination_arn,
    task.messages_per_second,
    task.to_move,
    task.started_at,
  );
  tx.wake(MOVE_TASKS_SIGNAL);
}

export const getMoveTask = (reader: Reader, id: number): Promise<MoveTaskRow | undefined> =>
  reader.get<MoveTaskRow>('SELECT * FROM move_tasks WHERE id = ?', id);

/** The tasks of a source queue, the newest in front. */
export const listMoveTasks = (
  reader: Reader,
  sourceArn: string,
  limit: number,
): Promise<MoveTaskRow[]> =>
  reader.all<MoveTaskRow>(
    'SELECT * FROM move_tasks WHERE source_arn = ? ORDER BY id DESC LIMIT ?',
    sourceArn,
    limit,
  );

const ACTIVE = "state IN ('RUNNING', 'CANCELLING')";

export const listActiveMoveTasks = (reader: Reader, limit: number): Promise<MoveTaskRow[]> =>
  reader.all<MoveTaskRow>(`SELECT * FROM move_tasks WHERE ${ACTIVE} ORDER BY id LIMIT ?`, limit);

export async function countActiveMoveTasks(reader: Reader, account: string): Promise<number> {
  const row = await reader.get<{ count: number }>(
    `SELECT COUNT(*) AS count FROM move_tasks WHERE account = ? AND ${ACTIVE}`,
    account,
  );
  return row?.count ?? 0;
}

export async function updateMoveTask(
  tx: Transaction,
  id: number,
  changes: Pick<MoveTaskRow, 'state' | 'moved' | 'failure'>,
): Promise<void> {
  await tx.run(
    'UPDATE move_tasks SET state = ?, moved = ?, failure = ? WHERE id = ?',
    changes.state,
    changes.moved,
    changes.failure,
    id,
  );
  tx.wake(MOVE_TASKS_SIGNAL);
}

/** Forgets the tasks of a queue beyond the newest `keep`. */
export async function forgetMoveTasks(
  tx: Transaction,
  sourceArn: string,
  keep: number,
): Promise<void> {
  await tx.run(
    `DELETE FROM move_tasks WHERE source_arn = ? AND id NOT IN
       (SELECT id FROM move_tasks WHERE source_arn = ? ORDER BY id DESC LIMIT ?)`,
    sourceArn,
    sourceArn,
    keep,
  );
}
