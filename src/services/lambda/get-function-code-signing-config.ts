import type {
  GetFunctionCodeSigningConfigRequest,
  GetFunctionCodeSigningConfigResponse,
} from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { referToWholeFunction } from './function-name.ts';
import { requireFunction } from './require-function.ts';

/**
 * Code signing is not offered, so no function has a configuration of it. Terraform asks before it
 * says what a function looks like.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html
 */
export async function getFunctionCodeSigningConfig(
  { FunctionName }: GetFunctionCodeSigningConfigRequest,
  context: Context,
): Promise<GetFunctionCodeSigningConfigResponse> {
  const reference = referToWholeFunction(context, FunctionName);
  await context.storage.read((reader) => requireFunction(reader, reference));
  return {};
}
