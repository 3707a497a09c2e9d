import { bucketArn } from '../../aws/arn.ts';
import type { NotificationRule } from '../../events/notification/index.ts';
import { S3_PRINCIPAL } from '../../events/s3/index.ts';
import type { Reader } from '../../storage/storage.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import { type ServiceSender, serviceMay } from '../service-sender.ts';
import type { DestinationFailure } from './configuration-errors.ts';
import { findDestination } from './destinations.ts';

/**
 * As whom a bucket sends: the policies of destinations name the service, and the bucket and its
 * owner in conditions.
 */
export const senderOf = (bucket: Pick<BucketRow, 'name' | 'account'>): ServiceSender => ({
  service: S3_PRINCIPAL,
  sourceArn: bucketArn(bucket.name),
  sourceAccount: bucket.account,
});

const ACTIONS = {
  queue: 'sqs:SendMessage',
  topic: 'sns:Publish',
  function: 'lambda:InvokeFunction',
} as const;

/**
 * Why the bucket cannot send to these destinations, in S3's words; empty when it can send to all.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
export async function checkDestinations(
  reader: Reader,
  bucket: BucketRow,
  rules: readonly NotificationRule[],
  nowMs: number,
): Promise<DestinationFailure[]> {
  const failures: DestinationFailure[] = [];
  for (const rule of rules) {
    const failure = await checkDestination(reader, bucket, rule, nowMs);
    if (failure) failures.push(failure);
  }
  return failures;
}

async function checkDestination(
  reader: Reader,
  bucket: BucketRow,
  rule: NotificationRule,
  nowMs: number,
): Promise<DestinationFailure | undefined> {
  const { destinationKind: kind, destination: arn } = rule;
  const found = await findDestination(reader, rule);
  const allowed =
    found && serviceMay(senderOf(bucket), ACTIONS[kind], arn, found.policy, nowMs).allowed;
  if (kind === 'function')
    return allowed
      ? undefined
      : { name: `${arn}, null`, value: `Not authorized to invoke function [${arn}]` };
  if (!found) return { name: arn, value: `The destination ${kind} does not exist` };
  if (found.fifo) return { name: arn, value: `FIFO ${kind}s are not supported as destinations` };
  if (!allowed)
    return {
      name: arn,
      value: `Permissions on the destination ${kind} do not allow S3 to publish notifications from this bucket`,
    };
  return undefined;
}
