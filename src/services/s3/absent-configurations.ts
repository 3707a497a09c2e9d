import type {
  GetBucketAccelerateConfigurationOutput,
  GetBucketAccelerateConfigurationRequest,
  GetBucketLifecycleConfigurationOutput,
  GetBucketLifecycleConfigurationRequest,
  GetBucketLoggingOutput,
  GetBucketLoggingRequest,
  GetBucketReplicationOutput,
  GetBucketReplicationRequest,
  GetBucketRequestPaymentOutput,
  GetBucketRequestPaymentRequest,
  GetBucketWebsiteOutput,
  GetBucketWebsiteRequest,
} from '../../aws/models/s3.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import {
  noSuchLifecycleConfiguration,
  noSuchWebsiteConfiguration,
  replicationConfigurationNotFound,
} from './configuration-errors.ts';
import { type BucketInput, requireBucket } from './require-bucket.ts';

/**
 * What a bucket answers about configurations that Spillway does not offer: as AWS does for a bucket
 * that never had one. Terraform and the like read all of them before they say what a bucket looks
 * like. Setting one is refused.
 */
const bucketOf = (input: BucketInput, context: Context): Promise<BucketRow> =>
  context.storage.read((reader) => requireBucket(reader, context, input));

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html */
export async function getBucketRequestPayment(
  input: GetBucketRequestPaymentRequest,
  context: Context,
): Promise<GetBucketRequestPaymentOutput> {
  await bucketOf(input, context);
  return { Payer: 'BucketOwner' };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html */
export async function getBucketLogging(
  input: GetBucketLoggingRequest,
  context: Context,
): Promise<GetBucketLoggingOutput> {
  await bucketOf(input, context);
  return {};
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html */
export async function getBucketAccelerateConfiguration(
  input: GetBucketAccelerateConfigurationRequest,
  context: Context,
): Promise<GetBucketAccelerateConfigurationOutput> {
  await bucketOf(input, context);
  return {};
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html */
export async function getBucketWebsite(
  input: GetBucketWebsiteRequest,
  context: Context,
): Promise<GetBucketWebsiteOutput> {
  throw noSuchWebsiteConfiguration((await bucketOf(input, context)).name);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html */
export async function getBucketLifecycleConfiguration(
  input: GetBucketLifecycleConfigurationRequest,
  context: Context,
): Promise<GetBucketLifecycleConfigurationOutput> {
  throw noSuchLifecycleConfiguration((await bucketOf(input, context)).name);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html */
export async function getBucketReplication(
  input: GetBucketReplicationRequest,
  context: Context,
): Promise<GetBucketReplicationOutput> {
  throw replicationConfigurationNotFound((await bucketOf(input, context)).name);
}
