import { bucketArn } from '../../aws/arn.ts';
import type {
  DeleteBucketPolicyRequest,
  GetBucketPolicyOutput,
  GetBucketPolicyRequest,
  GetBucketPolicyStatusOutput,
  GetBucketPolicyStatusRequest,
  PutBucketPolicyRequest,
} from '../../aws/models/s3.ts';
import { compiledPolicy } from '../../aws/policy/compiled-policy.ts';
import type { PolicyDocument, Statement } from '../../aws/policy/document.ts';
import { parsePolicy } from '../../aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import { callerArn } from '../caller.ts';
import type { Context } from '../context.ts';
import { conditionKeySupport } from './condition-keys.ts';
import {
  malformedPolicy,
  noSuchBucketPolicy,
  policyTooLarge,
  publicPolicyPrevented,
} from './configuration-errors.ts';
import { notImplementedHeader } from './errors.ts';
import { actionTargets } from './policy-actions.ts';
import { publicAccessBlock } from './public-access-block.ts';
import { isPublicPolicy } from './public-policy.ts';
import { requireBucket } from './require-bucket.ts';

export const POLICY_BYTES_MAX = 20 * 1024;

/**
 * PutBucketPolicy - replaces the bucket's policy. It may only speak of this bucket and its objects,
 * and of actions that these have; one that lets the public in is refused while the bucket blocks
 * public policies, as new buckets do.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 *
 * The owner's root user may always change the policy (see `access.ts`), so nobody is locked out for
 * good and `ConfirmRemoveSelfBucketAccess` has nothing to confirm.
 *
 * Deviation from AWS: conditions on how a request was signed (`s3:authType`, `s3:signatureAge`) are
 * refused as not implemented.
 */
export async function putBucketPolicy(
  input: PutBucketPolicyRequest,
  context: Context,
): Promise<Unit> {
  const size = Buffer.byteLength(input.Policy);
  if (size > POLICY_BYTES_MAX) throw policyTooLarge(size, POLICY_BYTES_MAX);
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    const policy = parse(input.Policy);
    for (const statement of policy.statements) checkStatement(statement, bucketArn(bucket.name));
    if (publicAccessBlock(bucket).BlockPublicPolicy && isPublicPolicy(policy))
      throw publicPolicyPrevented(callerArn(context.caller), bucketArn(bucket.name));
    await updateBucketColumn(tx, bucket.name, 'policy', input.Policy);
  });
  return {};
}

/** GetBucketPolicy. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export async function getBucketPolicy(
  input: GetBucketPolicyRequest,
  context: Context,
): Promise<GetBucketPolicyOutput> {
  return { Policy: await policyText(input, context) };
}

/**
 * GetBucketPolicyStatus.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html
 */
export async function getBucketPolicyStatus(
  input: GetBucketPolicyStatusRequest,
  context: Context,
): Promise<GetBucketPolicyStatusOutput> {
  const policy = compiledPolicy(await policyText(input, context), 'resource');
  return { PolicyStatus: { IsPublic: isPublicPolicy(policy) } };
}

/**
 * DeleteBucketPolicy.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 */
export async function deleteBucketPolicy(
  input: DeleteBucketPolicyRequest,
  context: Context,
): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'policy', null);
  });
  return {};
}

async function policyText(input: GetBucketPolicyRequest, context: Context): Promise<string> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  if (bucket.policy === null) throw noSuchBucketPolicy(bucket.name);
  return bucket.policy;
}

function parse(text: string): PolicyDocument {
  try {
    return parsePolicy(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw malformedPolicy(error.message);
    throw error;
  }
}

/**
 * Resources must lie in the bucket, actions must exist, and each must have something among the
 * resources to act upon.
 */
function checkStatement({ action, resource, conditions }: Statement, arn: string): void {
  const names = resource?.names ?? [];
  const both = names.some((name) => name.startsWith(`${arn}*`));
  const object = both || names.some((name) => name.startsWith(`${arn}/`));
  const bucket = both || names.includes(arn);
  if (!names.every((name) => name === arn || /^[/*]/.test(afterPrefix(name, arn))))
    throw malformedPolicy('Policy has invalid resource');
  for (const pattern of action.patterns) {
    const targets = actionTargets(pattern);
    if (!targets.bucket && !targets.object) throw malformedPolicy('Policy has invalid action');
    if (action.negated || resource?.negated) continue;
    if (!(targets.bucket && bucket) && !(targets.object && object))
      throw malformedPolicy('Action does not apply to any resource(s) in statement');
  }
  for (const { key } of conditions) {
    const support = conditionKeySupport(key);
    if (support === 'not offered') throw notImplementedHeader(key, 'condition key');
    if (support === 'unknown') throw malformedPolicy('Policy has an invalid condition key');
  }
}

const afterPrefix = (text: string, prefix: string) =>
  text.startsWith(prefix) ? text.slice(prefix.length) : '';
