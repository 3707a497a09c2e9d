import { parseArn } from '../../aws/arn.ts';
import type { BusName } from './bus-name.ts';
import { foreignRole, invalidParameter } from './errors.ts';

/** A rule or target may only have a role of the account that the rule belongs to. Throws ValidationException or AccessDeniedException. */
export function checkRole(
  roleArn: string | undefined,
  { account }: Pick<BusName, 'account'>,
): void {
  if (roleArn === undefined) return;
  const role = parseArn(roleArn);
  if (role?.service !== 'iam' || !role.resource.startsWith('role/'))
    throw invalidParameter('RoleArn', 'Provided Arn is not in correct format.');
  if (role.account !== account) throw foreignRole();
}
