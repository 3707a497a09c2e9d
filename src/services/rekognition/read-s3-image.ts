import { AwsError } from '../../aws/error.ts';
import type { GetObjectOutput } from '../../aws/models/s3.ts';
import type { Segment } from '../../aws/protocols/shape.ts';
import type { Context } from '../context.ts';
import type { S3Location } from './detect-labels-request.ts';
import { imageTooLarge, invalidS3Object } from './errors.ts';

/** Images in S3 may be larger than those sent along. */
const S3_IMAGE_BYTES_MAX = 15 * 1024 * 1024;

/**
 * Reads an image from S3 with the caller's own permissions. Whatever S3 has against it (no such object, no permission, another
 * region) becomes InvalidS3ObjectException, as in AWS; the key is taken as it is, so one that is still URL-encoded is not found.
 */
export async function readS3Image(location: S3Location, context: Context): Promise<Uint8Array> {
  const { Body } = await getObject(location, context);
  if (!Body) throw invalidS3Object(new Error('S3 answered no body'));
  if (Body.size > S3_IMAGE_BYTES_MAX) throw imageTooLarge();
  if (Body.bytes) return Body.bytes;
  const bytesOf = async (segment: Segment) =>
    segment.bytes ??
    (await context.blobs.readAll(segment.blob)).subarray(segment.start, segment.end);
  return Buffer.concat(await Promise.all((Body.segments ?? []).map(bytesOf)));
}

async function getObject(location: S3Location, context: Context): Promise<GetObjectOutput> {
  try {
    return (await context.call('s3', 'GetObject', location)) as GetObjectOutput;
  } catch (error) {
    if (error instanceof AwsError && error.fault === 'client') throw invalidS3Object(error);
    throw error;
  }
}
