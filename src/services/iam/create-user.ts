import type { CreateUserRequest, CreateUserResponse } from '../../aws/models/iam.ts';
import { countUsers, insertUser, isUserNameTaken } from '../../storage/tables/users.ts';
import type { Context } from '../context.ts';
import { newUniqueId } from '../new-credentials.ts';
import { errors, quotaExceeded } from './errors.ts';
import { shownUser } from './identities.ts';
import { NAME_CHARACTERS, USERS_PER_ACCOUNT } from './limits.ts';
import { checkName, checkPath } from './names.ts';
import { setBoundary, shownBoundary } from './permissions-boundary.ts';
import { checkPolicyArn } from './require-policy.ts';
import { newTags, shownTags } from './tags.ts';

/**
 * CreateUser - a user without permissions and without keys.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html
 */
export async function createUser(
  input: CreateUserRequest,
  context: Context,
): Promise<CreateUserResponse> {
  const { account, clock, ids } = context;
  const { UserName, Path = '/' } = input;
  checkName('userName', UserName, NAME_CHARACTERS.user);
  checkPath(Path);
  if (input.PermissionsBoundary !== undefined) checkPolicyArn(input.PermissionsBoundary);
  const user = {
    id: newUniqueId(ids, 'AIDA'),
    account,
    name: UserName,
    path: Path,
    created_at: clock.now(),
    tags: newTags(input.Tags, 'user'),
  };
  await context.storage.transaction(async (tx) => {
    if (await isUserNameTaken(tx, account, UserName))
      throw errors.EntityAlreadyExistsException(`User with name ${UserName} already exists.`);
    if ((await countUsers(tx, account)) >= USERS_PER_ACCOUNT)
      throw quotaExceeded('UsersPerAccount', USERS_PER_ACCOUNT);
    await insertUser(tx, user);
    await setBoundary(tx, context, user.id, input.PermissionsBoundary);
  });
  return {
    User: {
      ...shownUser(user),
      ...shownBoundary(input.PermissionsBoundary),
      ...shownTags(user.tags),
    },
  };
}
