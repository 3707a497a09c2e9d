import type {
  GetAccountSettingsRequest,
  GetAccountSettingsResponse,
} from '../../aws/models/lambda.ts';
import { functionTotals } from '../../storage/tables/functions.ts';
import { packageBytes } from '../../storage/tables/packages.ts';
import type { Context } from '../context.ts';
import { ACCOUNT_LIMIT } from './account-limits.ts';

/**
 * The limits of an account in a region, and what it uses of them. Code counts once for the whole
 * server.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html
 */
export async function getAccountSettings(
  _input: GetAccountSettingsRequest,
  { storage, account, region }: Context,
): Promise<GetAccountSettingsResponse> {
  return storage.read(async (reader) => {
    const { functions, reserved } = await functionTotals(reader, account, region);
    return {
      AccountLimit: {
        ...ACCOUNT_LIMIT,
        UnreservedConcurrentExecutions: ACCOUNT_LIMIT.ConcurrentExecutions - reserved,
      },
      AccountUsage: { TotalCodeSize: await packageBytes(reader), FunctionCount: functions },
    };
  });
}
