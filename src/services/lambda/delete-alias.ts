import type { DeleteAliasRequest } from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteEventInvokeConfigs } from '../../storage/tables/event-invoke-configs.ts';
import { deleteFunctionAliases } from '../../storage/tables/function-aliases.ts';
import type { Context } from '../context.ts';
import { referToFunction } from './function-name.ts';
import { requireFunction } from './require-function.ts';

/**
 * Removes an alias; one that there is not counts as removed.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html
 */
export async function deleteAlias(input: DeleteAliasRequest, context: Context): Promise<Unit> {
  const reference = referToFunction(context, input.FunctionName, input.Name);
  await context.storage.transaction(async (tx) => {
    await requireFunction(tx, reference);
    await deleteFunctionAliases(tx, reference.arn, input.Name);
    await deleteEventInvokeConfigs(tx, reference.arn, input.Name);
  });
  return {};
}
