import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '../../aws/models/sts.ts';
import { callerArn } from '../caller.ts';
import type { Context } from '../context.ts';

/**
 * GetCallerIdentity - who asks. It takes no permission.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function getCallerIdentity(
  _input: GetCallerIdentityRequest,
  { caller }: Context,
): Promise<GetCallerIdentityResponse> {
  return { UserId: caller.principalId, Account: caller.account, Arn: callerArn(caller) };
}
