import { parseArn } from '../../aws/arn.ts';
import type { AwsError } from '../../aws/error.ts';
import { type AwsManagedPolicy, awsManagedPolicies } from '../../aws/managed-policies.ts';
import type { Policy } from '../../aws/models/iam.ts';
import type { Reader } from '../../storage/storage.ts';
import { countAttachments } from '../../storage/tables/identity-policies.ts';
import {
  getManagedPolicy,
  listPolicyVersionRows,
  type ManagedPolicyRow,
  type PolicyVersionRow,
} from '../../storage/tables/managed-policies.ts';
import { countPermissionsBoundaries } from '../../storage/tables/permissions-boundaries.ts';
import type { Context } from '../context.ts';
import { errors, policyNotFound } from './errors.ts';

/** Throws ValidationError for what is no ARN, and InvalidInput for that of something else. */
export function checkPolicyArn(arn: string): void {
  const parsed = parseArn(arn);
  if (!parsed) throw errors.ValidationError(`ARN ${arn} is not valid.`);
  if (parsed.service !== 'iam' || !parsed.resource.startsWith('policy/'))
    throw errors.InvalidInputException(`ARN ${arn} is not valid.`);
}

/**
 * A policy of the account, or one that AWS provides. Throws ValidationError, InvalidInput and
 * `missing`.
 */
export async function requirePolicy(
  reader: Reader,
  context: Context,
  arn: string,
  missing: (arn: string) => AwsError = policyNotFound,
): Promise<ManagedPolicyRow> {
  checkPolicyArn(arn);
  const provided = awsManagedPolicies.get(arn);
  if (provided) return providedPolicy(provided);
  const policy = await getManagedPolicy(reader, arn);
  if (policy?.account !== context.account) throw missing(arn);
  return policy;
}

/**
 * A policy of the account. What AWS provides cannot be changed. Throws ValidationError,
 * InvalidInput, `missing` and AccessDenied.
 */
export async function requireOwnPolicy(
  reader: Reader,
  context: Context,
  arn: string,
  missing?: (arn: string) => AwsError,
): Promise<ManagedPolicyRow> {
  const policy = await requirePolicy(reader, context, arn, missing);
  if (policy.account !== context.account)
    throw errors.AccessDenied(`${arn} is an AWS managed policy, which only AWS can change.`);
  return policy;
}

/** Newest first. */
export async function versionsOf(
  reader: Reader,
  { arn, created_at }: ManagedPolicyRow,
): Promise<PolicyVersionRow[]> {
  const provided = awsManagedPolicies.get(arn);
  return provided
    ? [{ arn, version: 1, document: provided.document, created_at }]
    : listPolicyVersionRows(reader, arn);
}

/** As versions are called: `v1`. */
export const versionId = (version: number): string => `v${version}`;

/** How many users and roles policies are attached to, and limit, by ARN. */
export interface PolicyUses {
  readonly attached: ReadonlyMap<string, number>;
  readonly limiting: ReadonlyMap<string, number>;
}

export const policyUses = async (reader: Reader, account: string): Promise<PolicyUses> => ({
  attached: await countAttachments(reader, account),
  limiting: await countPermissionsBoundaries(reader, account),
});

export const NO_USES: PolicyUses = { attached: new Map(), limiting: new Map() };

/** As every answer shows a policy. */
export const shownPolicy = (policy: ManagedPolicyRow, uses: PolicyUses): Policy => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: versionId(policy.default_version),
  AttachmentCount: uses.attached.get(policy.arn) ?? 0,
  PermissionsBoundaryUsageCount: uses.limiting.get(policy.arn) ?? 0,
  IsAttachable: true,
  CreateDate: new Date(policy.created_at),
  UpdateDate: new Date(policy.updated_at),
});

/** When AWS made managed policies known. */
const PROVIDED_SINCE = Date.UTC(2015, 1, 6, 18, 40, 0);

/** A policy of AWS as if it were a row. */
export const providedPolicy = ({ arn, id, name, path }: AwsManagedPolicy): ManagedPolicyRow => ({
  arn,
  id,
  account: 'aws',
  name,
  path,
  description: null,
  default_version: 1,
  last_version: 1,
  created_at: PROVIDED_SINCE,
  updated_at: PROVIDED_SINCE,
  tags: '[]',
});
