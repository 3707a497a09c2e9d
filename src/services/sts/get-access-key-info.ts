import type { GetAccessKeyInfoRequest, GetAccessKeyInfoResponse } from '../../aws/models/sts.ts';
import type { Context } from '../context.ts';
import { accountOfAccessKey } from '../identity.ts';
import { checkLength, checkPattern, errors } from './errors.ts';

/**
 * GetAccessKeyInfo - which account a key belongs to, whether or not it works.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
 */
export async function getAccessKeyInfo(
  { AccessKeyId }: GetAccessKeyInfoRequest,
  context: Context,
): Promise<GetAccessKeyInfoResponse> {
  const Account = await accountOfAccessKey(context, AccessKeyId);
  if (Account !== undefined) return { Account };
  checkLength('accessKeyId', AccessKeyId, 16, 128);
  checkPattern('accessKeyId', AccessKeyId, /[\w]*/);
  throw errors.ValidationError(`The access key ${AccessKeyId} does not exist.`);
}
