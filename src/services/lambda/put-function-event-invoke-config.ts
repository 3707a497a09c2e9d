import type {
  FunctionEventInvokeConfig,
  PutFunctionEventInvokeConfigRequest,
  UpdateFunctionEventInvokeConfigRequest,
} from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  type EventInvokeConfigRow,
  putEventInvokeConfig,
} from '../../storage/tables/event-invoke-configs.ts';
import type { Context } from '../context.ts';
import {
  checkEventInvokeSettings,
  eventInvokeConfigRow,
  requireEventInvokeConfig,
  showEventInvokeConfig,
} from './event-invoke-config.ts';
import { type FunctionReference, referToFunction } from './function-name.ts';

type Request = PutFunctionEventInvokeConfigRequest;
type Base = (
  reader: Reader,
  reference: FunctionReference,
) => Promise<EventInvokeConfigRow | undefined>;

/**
 * Says what becomes of a function's asynchronous invocations; what is left out goes back to the
 * default.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
 */
export const putFunctionEventInvokeConfig = (
  input: Request,
  context: Context,
): Promise<FunctionEventInvokeConfig> => put(input, context, async () => undefined);

/**
 * The same, where what is left out stays as it is.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html
 */
export const updateFunctionEventInvokeConfig = (
  input: UpdateFunctionEventInvokeConfigRequest,
  context: Context,
): Promise<FunctionEventInvokeConfig> => put(input, context, requireEventInvokeConfig);

async function put(
  input: Request,
  context: Context,
  base: Base,
): Promise<FunctionEventInvokeConfig> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  await checkEventInvokeSettings(context, reference, input);
  return context.storage.transaction(async (tx) => {
    const before = await base(tx, reference);
    const row = eventInvokeConfigRow(reference, input, before, context.clock.now());
    await putEventInvokeConfig(tx, row);
    return showEventInvokeConfig(row);
  });
}
