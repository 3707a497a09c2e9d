import type { MoveTaskRow } from '../../storage/tables/move-tasks.ts';
import { invalidParameter } from './errors.ts';

interface TaskHandle {
  readonly taskId: number;
  readonly sourceArn: string;
}

/** Opaque to clients; holds the task's id and its source queue. */
export function taskHandle({ id, source_arn }: Pick<MoveTaskRow, 'id' | 'source_arn'>): string {
  const handle: TaskHandle = { taskId: id, sourceArn: source_arn };
  return Buffer.from(JSON.stringify(handle)).toString('base64');
}

/** Throws InvalidParameterValue when the text is no handle. */
export function parseTaskHandle(text: string): TaskHandle {
  const invalid = (cause?: unknown) =>
    invalidParameter('Value for parameter TaskHandle is invalid.', { cause });
  let handle: Partial<TaskHandle> | null;
  try {
    handle = JSON.parse(Buffer.from(text, 'base64').toString());
  } catch (cause) {
    throw invalid(cause);
  }
  const { taskId, sourceArn } = handle ?? {};
  if (!Number.isSafeInteger(taskId) || typeof sourceArn !== 'string') throw invalid();
  return { taskId: Number(taskId), sourceArn };
}
