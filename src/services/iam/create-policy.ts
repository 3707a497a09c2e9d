import { policyArn } from '../../aws/arn.ts';
import type { CreatePolicyRequest, CreatePolicyResponse } from '../../aws/models/iam.ts';
import {
  insertManagedPolicy,
  insertPolicyVersion,
  isPolicyNameTaken,
  listManagedPolicyRows,
} from '../../storage/tables/managed-policies.ts';
import type { Context } from '../context.ts';
import { newUniqueId } from '../new-credentials.ts';
import { errors, quotaExceeded } from './errors.ts';
import { MANAGED_POLICY_CHARACTERS, POLICIES_PER_ACCOUNT } from './limits.ts';
import { checkDescription, checkName, checkPath } from './names.ts';
import { checkIdentityPolicy, policyCharacters } from './policy-text.ts';
import { NO_USES, shownPolicy } from './require-policy.ts';
import { newTags, shownTags } from './tags.ts';

/**
 * CreatePolicy - a managed policy, whose document is its version v1.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export async function createPolicy(
  input: CreatePolicyRequest,
  context: Context,
): Promise<CreatePolicyResponse> {
  const { account, clock, ids } = context;
  const { PolicyName, PolicyDocument, Path = '/' } = input;
  checkName('policyName', PolicyName);
  checkPath(Path);
  if (input.Description !== undefined) checkDescription(input.Description);
  checkManagedPolicy(PolicyDocument);
  const arn = policyArn(account, Path, PolicyName);
  const now = clock.now();
  const policy = {
    arn,
    id: newUniqueId(ids, 'ANPA'),
    account,
    name: PolicyName,
    path: Path,
    description: input.Description ?? null,
    default_version: 1,
    last_version: 1,
    created_at: now,
    updated_at: now,
    tags: newTags(input.Tags, 'policy'),
  };
  await context.storage.transaction(async (tx) => {
    if (await isPolicyNameTaken(tx, account, PolicyName))
      throw errors.EntityAlreadyExistsException(
        `A policy called ${PolicyName} already exists. Duplicate names are not allowed.`,
      );
    if ((await listManagedPolicyRows(tx, account)).length >= POLICIES_PER_ACCOUNT)
      throw quotaExceeded('CustomerManagedPoliciesPerAccount', POLICIES_PER_ACCOUNT);
    await insertManagedPolicy(tx, policy);
    await insertPolicyVersion(tx, { arn, version: 1, document: PolicyDocument, created_at: now });
  });
  return { Policy: { ...shownPolicy(policy, NO_USES), ...shownTags(policy.tags) } };
}

/** Throws MalformedPolicyDocument and LimitExceeded. */
export function checkManagedPolicy(document: string): void {
  checkIdentityPolicy(document, { managed: true });
  if (policyCharacters(document) > MANAGED_POLICY_CHARACTERS)
    throw quotaExceeded('PolicySize', MANAGED_POLICY_CHARACTERS);
}
