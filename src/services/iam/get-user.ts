import { rootArn } from '../../aws/arn.ts';
import type { GetUserRequest, GetUserResponse, User } from '../../aws/models/iam.ts';
import type { Context } from '../context.ts';
import { requireNamedOrCaller, shownUser } from './identities.ts';
import { boundaryOf } from './permissions-boundary.ts';
import { shownTags } from './tags.ts';

/**
 * GetUser - about a user, or without a name about the caller.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html
 */
export async function getUser(
  { UserName }: GetUserRequest,
  context: Context,
): Promise<GetUserResponse> {
  if (UserName === undefined && context.caller.principal.kind === 'root')
    return { User: rootUser(context.account) };
  return context.storage.read(async (reader) => {
    const user = await requireNamedOrCaller(reader, context, UserName);
    const boundary = await boundaryOf(reader, user.id);
    return { User: { ...shownUser(user), ...boundary, ...shownTags(user.tags) } };
  });
}

/** A root user has neither name nor path; its account was there before anything else. */
const rootUser = (account: string) =>
  ({ UserId: account, Arn: rootArn(account), CreateDate: new Date(0) }) as User;
