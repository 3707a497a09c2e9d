import type { Transaction } from '../../storage/storage.ts';
import { nextRedrivable, redriveMessage } from '../../storage/tables/dead-letters.ts';
import type { MessageRow } from '../../storage/tables/message-row.ts';
import {
  getMoveTask,
  listActiveMoveTasks,
  MOVE_TASKS_SIGNAL,
  type MoveTaskRow,
  updateMoveTask,
} from '../../storage/tables/move-tasks.ts';
import { getQueue, type QueueRow } from '../../storage/tables/queues.ts';
import { runLoop } from '../background-loop.ts';
import type { Platform } from '../context.ts';

/**
 * Carries out message move tasks: one step of each active task after the other, a step being one transaction. All that a
 * task is lies in the database, so after a restart it goes on where it was.
 */
type MoveTasksPlatform = Pick<Platform, 'storage' | 'clock' | 'ids'>;

/** Messages that one step moves at most: bounds how long it holds up everybody else. */
const STEP_MESSAGES_MAX = 100;
/** Tasks looked at in one round; more wait for the next. */
const ROUND_TASKS_MAX = 100;
/** How often to look for tasks although nothing called for it. */
const INTERVAL_MS = 60 * 1000;

/** Runs until `stop` is aborted. */
export const runMoveTasks = (platform: Platform, stop: AbortSignal): Promise<void> =>
  runLoop(
    platform,
    {
      name: 'moving messages',
      wokenBy: MOVE_TASKS_SIGNAL,
      intervalMs: INTERVAL_MS,
      round: () => stepMoveTasks(platform),
    },
    stop,
  );

/**
 * Takes one step of every active task. Answers when the next step is due; `undefined` when no task is active.
 */
export async function stepMoveTasks(platform: MoveTasksPlatform): Promise<number | undefined> {
  const { storage, clock } = platform;
  const tasks = await storage.read((reader) => listActiveMoveTasks(reader, ROUND_TASKS_MAX));
  let dueAt: number | undefined;
  for (const { id } of tasks) {
    const nextAt = await storage.transaction((tx) => step(tx, id, platform, clock.now()));
    if (nextAt !== undefined) dueAt = Math.min(nextAt, dueAt ?? nextAt);
  }
  return dueAt;
}

async function step(
  tx: Transaction,
  id: number,
  { ids }: MoveTasksPlatform,
  now: number,
): Promise<number | undefined> {
  const task = await getMoveTask(tx, id);
  if (task?.state === 'CANCELLING') {
    await updateMoveTask(tx, id, { ...task, state: 'CANCELLED' });
    return undefined;
  }
  if (task?.state !== 'RUNNING') return undefined;
  const source = await getQueue(tx, task.source_arn);
  if (!source) return failTask(tx, task, QUEUE_GONE);
  const limit = messagesDue(task, now);
  if (limit <= 0) return nextDue(task);

  const messages = await nextRedrivable(tx, source, id, limit, now);
  let { moved } = task;
  for (const message of messages) {
    const target = await targetOf(tx, task, message);
    if (typeof target === 'string') return failTask(tx, { ...task, moved }, target);
    await redriveMessage(tx, source, target, message, { ids, now });
    moved++;
  }
  const state = messages.length === 0 ? 'COMPLETED' : 'RUNNING';
  await updateMoveTask(tx, id, { state, moved, failure: null });
  return state === 'RUNNING' ? nextDue({ ...task, moved }) : undefined;
}

const QUEUE_GONE = 'AWS.SimpleQueueService.NonExistentQueue';
const SOURCE_UNKNOWN = 'CouldNotDetermineMessageSource';

/** The queue that a message goes to, or why there is none. */
async function targetOf(
  tx: Transaction,
  task: MoveTaskRow,
  message: MessageRow,
): Promise<QueueRow | string> {
  const arn = task.destination_arn ?? message.source_arn;
  if (arn === null) return SOURCE_UNKNOWN;
  return (await getQueue(tx, arn)) ?? QUEUE_GONE;
}

async function failTask(tx: Transaction, task: MoveTaskRow, failure: string): Promise<undefined> {
  await updateMoveTask(tx, task.id, { state: 'FAILED', moved: task.moved, failure });
  return undefined;
}

/** How many messages the task's rate allows by now. */
function messagesDue(task: MoveTaskRow, now: number): number {
  if (task.messages_per_second === null) return STEP_MESSAGES_MAX;
  const allowed = 1 + Math.floor(((now - task.started_at) * task.messages_per_second) / 1000);
  return Math.min(allowed - task.moved, STEP_MESSAGES_MAX);
}

/** When the rate allows one more. */
function nextDue({ started_at, moved, messages_per_second }: MoveTaskRow): number {
  if (messages_per_second === null) return 0;
  return started_at + Math.ceil((moved * 1000) / messages_per_second);
}
