import type {
  DeleteBucketEncryptionRequest,
  GetBucketEncryptionOutput,
  GetBucketEncryptionRequest,
  PutBucketEncryptionRequest,
  ServerSideEncryptionRule,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { invalidArgument, malformedXml, notImplementedHeader } from './errors.ts';
import { requireBucket } from './require-bucket.ts';

/** What every bucket has until it is told otherwise. */
const DEFAULT_RULE: ServerSideEncryptionRule = {
  ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
  BucketKeyEnabled: false,
};

/**
 * PutBucketEncryption - how objects are encrypted whose PUT does not say.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 *
 * Deviation from AWS: only AES256 is offered; there is no key management service, so aws:kms is
 * refused as not implemented.
 */
export async function putBucketEncryption(
  input: PutBucketEncryptionRequest,
  context: Context,
): Promise<Unit> {
  const [rule, ...more] = input.ServerSideEncryptionConfiguration.Rules ?? [];
  if (!rule || more.length > 0) throw malformedXml();
  checkRule(rule);
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'encryption', JSON.stringify(rule));
  });
  return {};
}

/**
 * GetBucketEncryption.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html
 */
export async function getBucketEncryption(
  input: GetBucketEncryptionRequest,
  context: Context,
): Promise<GetBucketEncryptionOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  const rule = bucket.encryption === null ? DEFAULT_RULE : JSON.parse(bucket.encryption);
  return { ServerSideEncryptionConfiguration: { Rules: [rule] } };
}

/**
 * DeleteBucketEncryption - back to the default, which is AES256 again.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html
 */
export async function deleteBucketEncryption(
  input: DeleteBucketEncryptionRequest,
  context: Context,
): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'encryption', null);
  });
  return {};
}

function checkRule(rule: ServerSideEncryptionRule): void {
  const byDefault = rule.ApplyServerSideEncryptionByDefault;
  if (!byDefault || rule.BlockedEncryptionTypes)
    throw notImplementedHeader('ServerSideEncryptionConfiguration');
  const { SSEAlgorithm, KMSMasterKeyID } = byDefault;
  if (SSEAlgorithm === 'aws:kms' || SSEAlgorithm === 'aws:kms:dsse')
    throw notImplementedHeader('x-amz-server-side-encryption', `${SSEAlgorithm} is not offered`);
  if (SSEAlgorithm !== 'AES256') throw malformedXml();
  if (KMSMasterKeyID !== undefined)
    throw invalidArgument(
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      'ApplyServerSideEncryptionByDefault',
      KMSMasterKeyID,
    );
}
