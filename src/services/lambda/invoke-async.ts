import type { InvokeAsyncRequest, InvokeAsyncResponse } from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { functionNotFound } from './errors.ts';
import { findVersion } from './find-version.ts';
import { LATEST, referToFunction } from './function-name.ts';
import { checkPayload, enqueue } from './invoke.ts';

/**
 * The older way to put an event into a function's queue.
 * https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html
 */
export async function invokeAsync(
  { FunctionName, InvokeArgs }: InvokeAsyncRequest,
  context: Context,
): Promise<InvokeAsyncResponse> {
  const reference = referToFunction(context, FunctionName);
  if (!(await context.storage.read((reader) => findVersion(reader, reference))))
    throw functionNotFound(`${reference.arn}:${reference.qualifier ?? LATEST}`);
  await enqueue(context, reference, checkPayload(InvokeArgs, 'Event'));
  return { Status: 202 };
}
