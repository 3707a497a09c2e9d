import type {
  GetFunctionUrlConfigRequest,
  GetFunctionUrlConfigResponse,
  ListFunctionUrlConfigsRequest,
  ListFunctionUrlConfigsResponse,
} from '../../aws/models/lambda.ts';
import { getFunction } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { resourceNotFound } from './errors.ts';
import { referToFunction } from './function-name.ts';

/**
 * Functions have no URLs of their own here, so there is none to show.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html
 */
export async function getFunctionUrlConfig(
  input: GetFunctionUrlConfigRequest,
  context: Context,
): Promise<GetFunctionUrlConfigResponse> {
  referToFunction(context, input.FunctionName, input.Qualifier);
  throw resourceNotFound('The resource you requested does not exist.');
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html */
export async function listFunctionUrlConfigs(
  input: ListFunctionUrlConfigsRequest,
  context: Context,
): Promise<ListFunctionUrlConfigsResponse> {
  const { arn } = referToFunction(context, input.FunctionName);
  if (!(await context.storage.read((reader) => getFunction(reader, arn))))
    throw resourceNotFound('Function does not exist');
  return { FunctionUrlConfigs: [] };
}
