import type {
  GetFunctionRecursionConfigRequest,
  GetFunctionRecursionConfigResponse,
  PutFunctionRecursionConfigRequest,
  PutFunctionRecursionConfigResponse,
} from '../../aws/models/lambda.ts';
import { type FunctionRow, updateFunction } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { referToWholeFunction } from './function-name.ts';
import { requireFunction } from './require-function.ts';

/**
 * Whether a function is stopped when it is part of a loop (`Terminate`), or may go on (`Allow`).
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html
 */
export async function putFunctionRecursionConfig(
  { FunctionName, RecursiveLoop }: PutFunctionRecursionConfigRequest,
  context: Context,
): Promise<PutFunctionRecursionConfigResponse> {
  const reference = referToWholeFunction(context, FunctionName);
  await context.storage.transaction(async (tx) => {
    await requireFunction(tx, reference);
    const recursive_loop = RecursiveLoop as FunctionRow['recursive_loop'];
    await updateFunction(tx, reference.arn, { recursive_loop });
  });
  return { RecursiveLoop };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionRecursionConfig.html */
export async function getFunctionRecursionConfig(
  { FunctionName }: GetFunctionRecursionConfigRequest,
  context: Context,
): Promise<GetFunctionRecursionConfigResponse> {
  const reference = referToWholeFunction(context, FunctionName);
  const found = await context.storage.read((reader) => requireFunction(reader, reference));
  return { RecursiveLoop: found.recursive_loop };
}
