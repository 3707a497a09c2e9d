import type {
  CreatePolicyVersionRequest,
  CreatePolicyVersionResponse,
  DeletePolicyVersionRequest,
  GetPolicyVersionRequest,
  GetPolicyVersionResponse,
  ListPolicyVersionsRequest,
  ListPolicyVersionsResponse,
  PolicyVersion,
  SetDefaultPolicyVersionRequest,
} from '../../aws/models/iam.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  deletePolicyVersionRow,
  insertPolicyVersion,
  type ManagedPolicyRow,
  type PolicyVersionRow,
  updateManagedPolicyVersions,
} from '../../storage/tables/managed-policies.ts';
import type { Context } from '../context.ts';
import { checkManagedPolicy } from './create-policy.ts';
import { errors, invalidMember, policyVersionNotFound } from './errors.ts';
import { changeIdentities } from './identities.ts';
import { VERSIONS_PER_POLICY } from './limits.ts';
import { pageOf, pageRequest } from './pages.ts';
import { encodeDocument } from './policy-text.ts';
import { requireOwnPolicy, requirePolicy, versionId, versionsOf } from './require-policy.ts';

/**
 * CreatePolicyVersion - another version of what a managed policy says; in force only when asked
 * for.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html
 */
export async function createPolicyVersion(
  { PolicyArn, PolicyDocument, SetAsDefault = false }: CreatePolicyVersionRequest,
  context: Context,
): Promise<CreatePolicyVersionResponse> {
  checkManagedPolicy(PolicyDocument);
  const now = context.clock.now();
  return changeIdentities(context, async (tx) => {
    const policy = await requireOwnPolicy(tx, context, PolicyArn);
    if ((await versionsOf(tx, policy)).length >= VERSIONS_PER_POLICY)
      throw errors.LimitExceededException(
        `A managed policy can have up to ${VERSIONS_PER_POLICY} versions. Before you create a new version, you must delete an existing version.`,
      );
    const version = policy.last_version + 1;
    const default_version = SetAsDefault ? version : policy.default_version;
    const row = { arn: PolicyArn, version, document: PolicyDocument, created_at: now };
    await insertPolicyVersion(tx, row);
    await updateManagedPolicyVersions(tx, PolicyArn, {
      default_version,
      last_version: version,
      updated_at: now,
    });
    return { PolicyVersion: shownVersion({ ...policy, default_version }, row) };
  });
}

/**
 * GetPolicyVersion - with its document.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html
 */
export async function getPolicyVersion(
  { PolicyArn, VersionId }: GetPolicyVersionRequest,
  context: Context,
): Promise<GetPolicyVersionResponse> {
  return context.storage.read(async (reader) => {
    const policy = await requirePolicy(reader, context, PolicyArn, notFound(VersionId));
    const version = await requireVersion(reader, policy, VersionId);
    const Document = encodeDocument(version.document);
    return { PolicyVersion: { Document, ...shownVersion(policy, version) } };
  });
}

/**
 * ListPolicyVersions - newest first.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html
 */
export async function listPolicyVersions(
  input: ListPolicyVersionsRequest,
  context: Context,
): Promise<ListPolicyVersionsResponse> {
  const request = pageRequest(input);
  return context.storage.read(async (reader) => {
    const policy = await requirePolicy(reader, context, input.PolicyArn);
    const before = request.after === '' ? Number.POSITIVE_INFINITY : Number(request.after);
    const rest = (await versionsOf(reader, policy)).filter(({ version }) => version < before);
    const { items, page } = pageOf(rest, request, ({ version }) => String(version));
    return { Versions: items.map((version) => shownVersion(policy, version)), ...page };
  });
}

/**
 * DeletePolicyVersion - any but the default.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html
 */
export async function deletePolicyVersion(
  { PolicyArn, VersionId }: DeletePolicyVersionRequest,
  context: Context,
): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const policy = await requireOwnPolicy(tx, context, PolicyArn, notFound(VersionId));
    const { version } = await requireVersion(tx, policy, VersionId);
    if (version === policy.default_version)
      throw errors.DeleteConflictException('Cannot delete the default version of a policy.');
    await deletePolicyVersionRow(tx, PolicyArn, version);
  });
  return {};
}

/**
 * SetDefaultPolicyVersion - puts a version in force for everybody the policy is attached to.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html
 */
export async function setDefaultPolicyVersion(
  { PolicyArn, VersionId }: SetDefaultPolicyVersionRequest,
  context: Context,
): Promise<Unit> {
  await changeIdentities(context, async (tx) => {
    const policy = await requireOwnPolicy(tx, context, PolicyArn, notFound(VersionId));
    const { version } = await requireVersion(tx, policy, VersionId);
    await updateManagedPolicyVersions(tx, PolicyArn, {
      default_version: version,
      last_version: policy.last_version,
      updated_at: context.clock.now(),
    });
  });
  return {};
}

/** Where a version is asked for, the policy is missing together with it. */
const notFound = (versionId: string) => {
  checkVersionId(versionId);
  return (arn: string) => policyVersionNotFound(arn, versionId);
};

/** Throws ValidationError. */
function checkVersionId(id: string): void {
  if (!/^v[1-9][0-9]*(?:\.[A-Za-z0-9-]*)?$/.test(id))
    throw invalidMember(
      'versionId',
      'satisfy regular expression pattern: v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?',
    );
}

async function requireVersion(
  reader: Reader,
  policy: ManagedPolicyRow,
  id: string,
): Promise<PolicyVersionRow> {
  const versions = await versionsOf(reader, policy);
  const found = versions.find(({ version }) => versionId(version) === id);
  if (!found) throw policyVersionNotFound(policy.arn, id);
  return found;
}

const shownVersion = (policy: ManagedPolicyRow, row: PolicyVersionRow): PolicyVersion => ({
  VersionId: versionId(row.version),
  IsDefaultVersion: row.version === policy.default_version,
  CreateDate: new Date(row.created_at),
});
