import type {
  Concurrency,
  DeleteFunctionConcurrencyRequest,
  GetFunctionConcurrencyRequest,
  GetFunctionConcurrencyResponse,
  PutFunctionConcurrencyRequest,
} from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { functionTotals, getFunction, updateFunction } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { ACCOUNT_LIMIT, UNRESERVED_MIN } from './account-limits.ts';
import { functionNotFound, invalidParameter } from './errors.ts';
import { LATEST, referToFunction, referToWholeFunction } from './function-name.ts';
import { requireFunction } from './require-function.ts';

/**
 * Sets how many executions a function may have at once, and always can have; 0 stops it.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html
 */
export async function putFunctionConcurrency(
  { FunctionName, ReservedConcurrentExecutions }: PutFunctionConcurrencyRequest,
  context: Context,
): Promise<Concurrency> {
  const reference = referToWholeFunction(context, FunctionName);
  await context.storage.transaction(async (tx) => {
    const found = await getFunction(tx, reference.arn);
    if (!found) throw functionNotFound(`${reference.arn}:${LATEST}`);
    const { account, region, reserved_concurrency } = found;
    const { reserved } = await functionTotals(tx, account, region);
    const others = reserved - (reserved_concurrency ?? 0);
    const left = ACCOUNT_LIMIT.ConcurrentExecutions - others - ReservedConcurrentExecutions;
    if (left < UNRESERVED_MIN)
      throw invalidParameter(
        `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_MIN}].`,
      );
    await updateFunction(tx, reference.arn, {
      reserved_concurrency: ReservedConcurrentExecutions,
    });
  });
  return { ReservedConcurrentExecutions };
}

/**
 * Nothing when nothing is reserved.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html
 */
export async function getFunctionConcurrency(
  { FunctionName }: GetFunctionConcurrencyRequest,
  context: Context,
): Promise<GetFunctionConcurrencyResponse> {
  const reference = referToFunction(context, FunctionName);
  const found = await context.storage.read((reader) => requireFunction(reader, reference));
  return { ReservedConcurrentExecutions: found.reserved_concurrency ?? undefined };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html */
export async function deleteFunctionConcurrency(
  { FunctionName }: DeleteFunctionConcurrencyRequest,
  context: Context,
): Promise<Unit> {
  const reference = referToWholeFunction(context, FunctionName);
  await context.storage.transaction(async (tx) => {
    await requireFunction(tx, reference);
    await updateFunction(tx, reference.arn, { reserved_concurrency: null });
  });
  return {};
}
