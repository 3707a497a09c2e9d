import { S3Client } from '@aws-sdk/client-s3';

/**
 * An S3 client. An endpoint of one's own has no name for every bucket, so there the bucket goes
 * into the path.
 */
export const createS3Client = () =>
  new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });
