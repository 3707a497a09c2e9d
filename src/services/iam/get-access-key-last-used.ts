import type {
  GetAccessKeyLastUsedRequest,
  GetAccessKeyLastUsedResponse,
} from '../../aws/models/iam.ts';
import { getAccessKey } from '../../storage/tables/access-keys.ts';
import { getUserById } from '../../storage/tables/users.ts';
import { type Caller, callerArn } from '../caller.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';

/** AWS's words for a key that was never used. */
const NEVER = 'N/A';

/**
 * GetAccessKeyLastUsed - to the minute.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html
 */
export async function getAccessKeyLastUsed(
  { AccessKeyId }: GetAccessKeyLastUsedRequest,
  { storage, account, caller }: Context,
): Promise<GetAccessKeyLastUsedResponse> {
  return storage.read(async (reader) => {
    const key = await getAccessKey(reader, AccessKeyId);
    const user = key && (await getUserById(reader, key.user_id));
    if (!key || user?.account !== account) throw notAuthorized(caller, AccessKeyId);
    return {
      UserName: user.name,
      AccessKeyLastUsed: {
        ...(key.used_at !== null && { LastUsedDate: new Date(key.used_at) }),
        ServiceName: key.used_service ?? NEVER,
        Region: key.used_region ?? NEVER,
      },
    };
  });
}

/** AWS does not tell a key that does not exist from one of another account. */
const notAuthorized = (caller: Caller, accessKeyId: string) =>
  errors.AccessDenied(
    `User: ${callerArn(caller)} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${accessKeyId}`,
  );
