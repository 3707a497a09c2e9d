import { formatArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { listLogGroups } from '../../storage/tables/log-groups.ts';
import type { Context } from '../context.ts';
import { groupNotFound, invalidParameter } from './errors.ts';

/** How a request says which group it means: by its name, or by its name or ARN. */
export interface GroupRequest {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}

type Place = Pick<Context, 'region' | 'account'>;

const NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;
const ARN_PREFIX = /^arn:aws:logs:[a-z0-9-]+:\d{12}:log-group:/;

export const logGroupArn = ({ region, account }: Place, name: string) =>
  formatArn('logs', region, account, `log-group:${name}`);

export const nameOf = (groupArn: string) => groupArn.replace(ARN_PREFIX, '');

/** The ARN of the group that a request means. Throws InvalidParameterException. */
export function requestedGroup(place: Place, request: GroupRequest): string {
  const { logGroupName, logGroupIdentifier } = request;
  if (logGroupName !== undefined && logGroupIdentifier !== undefined)
    throw invalidParameter('logGroupName and logGroupIdentifier cannot be given together.');
  const given = logGroupName ?? logGroupIdentifier;
  if (given === undefined)
    throw invalidParameter('Either logGroupName or logGroupIdentifier must be given.');
  const name = logGroupIdentifier === undefined ? given : nameOf(given).replace(/:\*$/, '');
  if (!NAME.test(name))
    throw invalidParameter(
      `1 validation error detected: Value '${given}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
    );
  return name === given ? logGroupArn(place, name) : given.replace(/:\*$/, '');
}

/** Throws ResourceNotFoundException. */
export async function checkGroupExists(reader: Reader, arn: string): Promise<void> {
  const [first] = await listLogGroups(reader, arn, '', 1);
  if (first?.arn !== arn) throw groupNotFound();
}
