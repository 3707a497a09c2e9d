import { assumedRoleArn } from '../../aws/arn.ts';
import type { AssumeRoleRequest, AssumeRoleResponse } from '../../aws/models/sts.ts';
import type { Reader } from '../../storage/storage.ts';
import { getRoleByArn, type RoleRow } from '../../storage/tables/roles.ts';
import { getSession, type SessionRow } from '../../storage/tables/sessions.ts';
import type { Caller } from '../caller.ts';
import type { Context } from '../context.ts';
import { type IdentityTag, identityTags } from '../identity-tags.ts';
import { startSession } from '../sessions.ts';
import { roleNotAssumable } from './access.ts';
import { errors } from './errors.ts';
import { sessionPolicies } from './session-policies.ts';
import { shownCredentials } from './shown-credentials.ts';

const DURATION_SECONDS_DEFAULT = 3600;
/** Whoever is in a role already takes on the next one for no longer than this. */
const CHAINED_SECONDS_MAX = 3600;
/** What policies and tags of a session may amount to; AWS packs them, which is not counted here. */
const PACKED_CHARACTERS = 4096;

/**
 * AssumeRole - temporary credentials for a role. That the role trusts the caller, and the caller
 * may, has been established.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 *
 * Deviation from AWS: a root user may assume a role that trusts its account; AWS has it create a
 * user first.
 */
export async function assumeRole(
  input: AssumeRoleRequest,
  context: Context,
): Promise<AssumeRoleResponse> {
  const { caller, ids } = context;
  const { RoleArn, RoleSessionName, DurationSeconds = DURATION_SECONDS_DEFAULT } = input;
  return context.storage.transaction(async (tx) => {
    const role = await getRoleByArn(tx, RoleArn);
    if (!role) throw roleNotAssumable(RoleArn, caller);
    const previous = await previousSession(tx, caller);
    checkDuration(DurationSeconds, role, previous);
    const inherited = inheritedTags(previous);
    const session = await startSession(tx, ids, {
      account: role.account,
      identityId: role.id,
      role: { arn: RoleArn, sessionName: RoleSessionName },
      durationSeconds: DurationSeconds,
      sourceIdentity: input.SourceIdentity ?? previous?.source_identity ?? undefined,
      policies: await sessionPolicies(tx, role.account, input),
      tags: mergeTags(inherited, input.Tags ?? []),
      transitiveTagKeys: [...inherited.map(({ Key }) => Key), ...(input.TransitiveTagKeys ?? [])],
    });
    return {
      Credentials: shownCredentials(session),
      AssumedRoleUser: {
        AssumedRoleId: `${role.id}:${RoleSessionName}`,
        Arn: assumedRoleArn(role.account, role.name, RoleSessionName),
      },
      ...packedSize(session, input),
      ...(session.source_identity !== null && { SourceIdentity: session.source_identity }),
    };
  });
}

/** The session of a caller who is in a role already. */
async function previousSession(reader: Reader, caller: Caller): Promise<SessionRow | undefined> {
  const { principal, accessKeyId } = caller;
  if (principal.kind !== 'assumed-role' || accessKeyId === undefined) return undefined;
  return getSession(reader, accessKeyId);
}

function checkDuration(seconds: number, role: RoleRow, previous: SessionRow | undefined): void {
  if (previous && seconds > CHAINED_SECONDS_MAX)
    throw errors.ValidationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  if (seconds > role.max_session_seconds)
    throw errors.ValidationError(
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
}

function inheritedTags(previous: SessionRow | undefined): IdentityTag[] {
  if (!previous) return [];
  const keys: string[] = JSON.parse(previous.transitive_tag_keys);
  const lower = new Set(keys.map((key) => key.toLowerCase()));
  return identityTags(previous.tags).filter(({ Key }) => lower.has(Key.toLowerCase()));
}

/** Tags that were made transitive cannot be replaced by those that follow. */
function mergeTags(inherited: readonly IdentityTag[], tags: readonly IdentityTag[]): IdentityTag[] {
  const fixed = new Set(inherited.map(({ Key }) => Key.toLowerCase()));
  if (tags.some(({ Key }) => fixed.has(Key.toLowerCase())))
    throw errors.InvalidParameterValue(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  return [...inherited, ...tags];
}

/** In per cent of what is allowed; only sessions with policies or tags say it. */
function packedSize(
  { policies, tags }: SessionRow,
  { Policy, PolicyArns, Tags }: AssumeRoleRequest,
): { PackedPolicySize?: number } {
  if (Policy === undefined && PolicyArns === undefined && Tags === undefined) return {};
  const characters = (Policy ?? '').length + tags.length + (PolicyArns ? policies.length : 0);
  const percent = Math.ceil((100 * characters) / PACKED_CHARACTERS);
  if (percent > 100)
    throw errors.PackedPolicyTooLargeException(
      `Packed size of session tags and policies consumes ${percent}% of allotted space.`,
    );
  return { PackedPolicySize: percent };
}
