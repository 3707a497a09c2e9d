import { parseArn } from '../aws/arn.ts';
import { AwsError } from '../aws/error.ts';
import { createBoundedCache } from '../lib/bounded-cache.ts';
import type { Platform } from './context.ts';
import { newUniqueId } from './new-credentials.ts';
import { perStorage } from './per-storage.ts';
import { assumeRoleAsService, type RoleUser } from './service-role.ts';
import { startSession } from './sessions.ts';

/** A function, as far as its role is concerned. */
export interface FunctionRole {
  readonly roleArn: string;
  readonly account: string;
  readonly functionArn: string;
  readonly functionName: string;
}

/**
 * The credentials in a function's environment: a session of its role that is named after the
 * function.
 */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** On the platform's clock. */
  readonly expiresAtMs: number;
}

/** An environment that lives longer is replaced by a new one. */
const DURATION_SECONDS = 12 * 60 * 60;

const NOT_ASSUMABLE = 'The role defined for the function cannot be assumed by Lambda.';

/**
 * Makes credentials for a function's environment, as Lambda does when it assumes the execution
 * role.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 *
 * Deviation from AWS: with the setting `permissiveRoles`, a role that was never created lets the
 * function do everything in its account, so that a first function needs no IAM; the log names each
 * such role once.
 * Throws AccessDeniedException.
 */
export async function functionCredentials(
  platform: Pick<Platform, 'storage' | 'clock' | 'ids' | 'log' | 'settings'>,
  { functionName, ...role }: FunctionRole,
): Promise<RoleCredentials> {
  const { storage, clock, ids } = platform;
  const assumed = await assumeRoleAsService(platform, roleUser(role));
  if (assumed.kind === 'refused')
    throw new AwsError('AccessDeniedException', NOT_ASSUMABLE, {
      status: 403,
      cause: new Error(assumed.reason),
    });
  const fullAccess = assumed.kind === 'never created';
  if (fullAccess) warnOnce(platform, { functionName, ...role });
  const session = await storage.transaction((tx) =>
    startSession(tx, ids, {
      account: role.account,
      identityId: fullAccess ? newUniqueId(ids, 'AROA') : assumed.role.id,
      role: { arn: role.roleArn, sessionName: functionName },
      durationSeconds: DURATION_SECONDS,
      fullAccess,
    }),
  );
  return {
    accessKeyId: session.access_key_id,
    secretAccessKey: session.secret,
    sessionToken: session.token,
    expiresAtMs: clock.now() + DURATION_SECONDS * 1000,
  };
}

/**
 * Refuses a role that a function could not run as: called when a function is created, and when its
 * role changes.
 * Throws InvalidParameterValueException, or AccessDeniedException for a role of another account.
 */
export async function checkFunctionRole(
  platform: Pick<Platform, 'storage' | 'clock' | 'settings'>,
  role: Omit<FunctionRole, 'functionName'>,
): Promise<void> {
  if (parseArn(role.roleArn)?.account !== role.account)
    throw new AwsError('AccessDeniedException', 'Cross-account pass role is not allowed.', {
      status: 403,
    });
  const assumed = await assumeRoleAsService(platform, roleUser(role));
  if (assumed.kind === 'refused')
    throw new AwsError('InvalidParameterValueException', NOT_ASSUMABLE, {
      cause: new Error(assumed.reason),
    });
}

const roleUser = (role: Omit<FunctionRole, 'functionName'>): RoleUser => ({
  service: 'lambda.amazonaws.com',
  roleArn: role.roleArn,
  account: role.account,
  sourceArn: role.functionArn,
});

/** The roles that the log has named since the server started. */
const warned = perStorage(() => createBoundedCache<true>(WARNED_ROLES_MAX));
const WARNED_ROLES_MAX = 1000;

function warnOnce(
  { storage, log }: Pick<Platform, 'storage' | 'log'>,
  { roleArn, account, functionName }: FunctionRole,
): void {
  const roles = warned.of(storage);
  if (roles.get(roleArn)) return;
  roles.set(roleArn, true);
  log.warn(
    { roleArn, functionName },
    `the role ${roleArn} was never created: functions with it may do everything in account ${account}; create the role, or serve with --permissive-roles false`,
  );
}
