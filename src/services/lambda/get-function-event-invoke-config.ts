import type {
  DeleteFunctionEventInvokeConfigRequest,
  FunctionEventInvokeConfig,
  GetFunctionEventInvokeConfigRequest,
  ListFunctionEventInvokeConfigsRequest,
  ListFunctionEventInvokeConfigsResponse,
} from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import {
  deleteEventInvokeConfigs,
  listEventInvokeConfigs,
} from '../../storage/tables/event-invoke-configs.ts';
import { getFunction } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { resourceNotFound } from './errors.ts';
import { requireEventInvokeConfig, showEventInvokeConfig } from './event-invoke-config.ts';
import { LATEST, referToFunction } from './function-name.ts';
import { cutPage, pageOf } from './pages.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html */
export async function getFunctionEventInvokeConfig(
  input: GetFunctionEventInvokeConfigRequest,
  context: Context,
): Promise<FunctionEventInvokeConfig> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  const row = await context.storage.read((reader) => requireEventInvokeConfig(reader, reference));
  return showEventInvokeConfig(row);
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html */
export async function listFunctionEventInvokeConfigs(
  input: ListFunctionEventInvokeConfigsRequest,
  context: Context,
): Promise<ListFunctionEventInvokeConfigsResponse> {
  const { arn } = referToFunction(context, input.FunctionName);
  const page = pageOf(input);
  const rows = await context.storage.read(async (reader) => {
    if (!(await getFunction(reader, arn))) throw resourceNotFound("The function doesn't exist.");
    return listEventInvokeConfigs(reader, arn, page.after, page.size + 1);
  });
  const { items, NextMarker } = cutPage(rows, page, ({ qualifier }) => qualifier);
  return { FunctionEventInvokeConfigs: items.map(showEventInvokeConfig), NextMarker };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionEventInvokeConfig.html */
export async function deleteFunctionEventInvokeConfig(
  input: DeleteFunctionEventInvokeConfigRequest,
  context: Context,
): Promise<Unit> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  await context.storage.transaction(async (tx) => {
    await requireEventInvokeConfig(tx, reference);
    await deleteEventInvokeConfigs(tx, reference.arn, reference.qualifier ?? LATEST);
  });
  return {};
}
