import type { UpdateUserRequest } from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { isUserNameTaken, updateUser as updateUserRow } from '../../storage/tables/users.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { changeIdentities, requireUser } from './identities.ts';
import { NAME_CHARACTERS } from './limits.ts';
import { checkName, checkPath } from './names.ts';

/**
 * UpdateUser - another name or path, and so another ARN. Keys, policies and the unique id stay;
 * what names the user by its old ARN no longer means it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html
 */
export async function updateUser(
  { UserName, NewUserName, NewPath }: UpdateUserRequest,
  context: Context,
): Promise<Unit> {
  if (NewUserName !== undefined) checkName('newUserName', NewUserName, NAME_CHARACTERS.user);
  if (NewPath !== undefined) checkPath(NewPath, 'newPath');
  await changeIdentities(context, async (tx) => {
    const user = await requireUser(tx, context, UserName);
    const name = NewUserName ?? user.name;
    const sameName = name.toLowerCase() === user.name.toLowerCase();
    if (!sameName && (await isUserNameTaken(tx, context.account, name)))
      throw errors.EntityAlreadyExistsException(`User with name ${name} already exists.`);
    await updateUserRow(tx, user.id, { name, path: NewPath ?? user.path, tags: user.tags });
  });
  return {};
}
