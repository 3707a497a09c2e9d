import { AwsError } from '../../aws/error.ts';

/**
 * What S3 answers about a bucket's configurations: those that do not exist, and policies that
 * cannot be.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */

const missing = (code: string, message: string) => (BucketName: string) =>
  new AwsError(code, message, { status: 404, members: { BucketName } });

export const noSuchBucketPolicy = missing('NoSuchBucketPolicy', 'The bucket policy does not exist');
export const noSuchCorsConfiguration = missing(
  'NoSuchCORSConfiguration',
  'The CORS configuration does not exist',
);
export const noSuchTagSet = missing('NoSuchTagSet', 'The TagSet does not exist');
export const noSuchPublicAccessBlock = missing(
  'NoSuchPublicAccessBlockConfiguration',
  'The public access block configuration was not found',
);
export const ownershipControlsNotFound = missing(
  'OwnershipControlsNotFoundError',
  'The bucket ownership controls were not found',
);
export const noSuchWebsiteConfiguration = missing(
  'NoSuchWebsiteConfiguration',
  'The specified bucket does not have a website configuration',
);
export const noSuchLifecycleConfiguration = missing(
  'NoSuchLifecycleConfiguration',
  'The lifecycle configuration does not exist',
);
export const replicationConfigurationNotFound = missing(
  'ReplicationConfigurationNotFoundError',
  'The replication configuration was not found',
);
export const objectLockConfigurationNotFound = missing(
  'ObjectLockConfigurationNotFoundError',
  'Object Lock configuration does not exist for this bucket',
);

export const malformedPolicy = (message: string) => new AwsError('MalformedPolicy', message);

export const policyTooLarge = (size: number, max: number) =>
  new AwsError('PolicyTooLarge', 'Policy is larger than the maximum size allowed', {
    members: { Size: String(size), MaxSizeAllowed: String(max) },
  });

export const publicPolicyPrevented = (caller: string, bucket: string) =>
  new AwsError(
    'AccessDenied',
    `User: ${caller} is not authorized to perform: s3:PutBucketPolicy on resource: "${bucket}" ` +
      'because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
    { status: 403 },
  );

export const missingSecurityHeader = (MissingHeaderName: string) =>
  new AwsError('MissingSecurityHeader', 'Your request was missing a required header', {
    members: { MissingHeaderName },
  });

/** Why a destination cannot be used; S3 numbers them in one answer. */
export interface DestinationFailure {
  readonly name: string;
  readonly value: string;
}

export const unableToValidateDestinations = (failures: readonly DestinationFailure[]) =>
  new AwsError('InvalidArgument', 'Unable to validate the following destination configurations', {
    members: Object.fromEntries(
      failures.flatMap(({ name, value }, index) => [
        [`ArgumentName${index + 1}`, name],
        [`ArgumentValue${index + 1}`, value],
      ]),
    ),
  });
