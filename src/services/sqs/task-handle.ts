import type { MoveTaskRow } from '../../storage/tables/move-tasks.ts';
import { invalidParameter } from './errors.ts';

export interface TaskHandle {
  /** `undefined` for a UUID that no task of ours has. */
  readonly taskId: number | undefined;
  readonly sourceArn: string;
}

/**
 * As AWS writes it: JSON in base64, with a UUID for the task and the ARN of its source queue. The task's number makes the UUID,
 * one of the version that is for everybody's own use.
 */
export function taskHandle({ id, source_arn }: Pick<MoveTaskRow, 'id' | 'source_arn'>): string {
  const digits = id.toString(16).padStart(16, '0');
  const taskId = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8000-8000-${'0'.repeat(8)}${digits.slice(12)}`;
  return Buffer.from(JSON.stringify({ taskId, sourceArn: source_arn })).toString('base64');
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const OUR_UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-8000-8000-0{8}([0-9a-f]{4})$/;

/** Throws InvalidParameterValue when the text is no handle. */
export function parseTaskHandle(text: string): TaskHandle {
  const invalid = (cause?: unknown) =>
    invalidParameter('Value for parameter TaskHandle is invalid.', { cause });
  let handle: { readonly taskId?: unknown; readonly sourceArn?: unknown } | null;
  try {
    handle = JSON.parse(Buffer.from(text, 'base64').toString());
  } catch (cause) {
    throw invalid(cause);
  }
  const { taskId, sourceArn } = handle ?? {};
  if (typeof taskId !== 'string' || !UUID.test(taskId) || typeof sourceArn !== 'string')
    throw invalid();
  const digits = OUR_UUID.exec(taskId)?.slice(1).join('');
  return { taskId: digits === undefined ? undefined : Number.parseInt(digits, 16), sourceArn };
}
