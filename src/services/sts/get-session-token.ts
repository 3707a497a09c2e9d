import type { GetSessionTokenRequest, GetSessionTokenResponse } from '../../aws/models/sts.ts';
import type { Context } from '../context.ts';
import { startSession } from '../sessions.ts';
import { DURATION_SECONDS_MIN, refuseSecondFactor } from './check-assume-role.ts';
import { checkRange, errors } from './errors.ts';
import { shownCredentials } from './shown-credentials.ts';

const DURATION_SECONDS_MAX = 129_600;
const DURATION_SECONDS_DEFAULT = 43_200;
/** Whatever a root user asks for. */
const ROOT_SECONDS_MAX = 3600;

/**
 * GetSessionToken - temporary credentials with the caller's own permissions, for every service but
 * IAM.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export async function getSessionToken(
  input: GetSessionTokenRequest,
  { caller, storage, ids }: Context,
): Promise<GetSessionTokenResponse> {
  const { DurationSeconds = DURATION_SECONDS_DEFAULT } = input;
  checkRange('durationSeconds', DurationSeconds, DURATION_SECONDS_MIN, DURATION_SECONDS_MAX);
  refuseSecondFactor(input);
  if (input.MinimumSessionTokenSize !== undefined)
    throw errors.ValidationError('MinimumSessionTokenSize is not supported.');
  if (caller.accessKeyId?.startsWith('ASIA'))
    throw errors.AccessDenied('Cannot call GetSessionToken with session credentials');
  const isRoot = caller.principal.kind === 'root';
  const session = await storage.transaction((tx) =>
    startSession(tx, ids, {
      account: caller.account,
      identityId: caller.principalId,
      durationSeconds: isRoot ? Math.min(DurationSeconds, ROOT_SECONDS_MAX) : DurationSeconds,
    }),
  );
  return { Credentials: shownCredentials(session) };
}
