import { AwsError } from '../../aws/error.ts';
import type { GetObjectOutput } from '../../aws/models/s3.ts';
import type { StoredBody } from '../../aws/protocols/shape.ts';
import type { Context } from '../context.ts';
import { invalidParameter, packageTooLarge } from './errors.ts';
import { UNZIPPED_BYTES_MAX, ZIPPED_BYTES_MAX } from './package-limits.ts';

/** Where the code of a function or layer is to come from. */
export interface CodeSource {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
}

/**
 * The bytes of a zip file that was sent along or lies in S3, where it is read with the caller's own
 * permissions.
 */
export async function readCode(source: CodeSource, context: Context): Promise<StoredBody> {
  const { ZipFile, S3Bucket, S3Key, S3ObjectVersion } = source;
  if (ZipFile !== undefined) {
    if (S3Bucket !== undefined || S3Key !== undefined || S3ObjectVersion !== undefined)
      throw invalidParameter(
        'Please do not provide other FunctionCode parameters when providing a ZipFile.',
      );
    if (ZipFile.length > ZIPPED_BYTES_MAX) throw packageTooLarge(ZIPPED_BYTES_MAX);
    return { size: ZipFile.length, bytes: ZipFile };
  }
  if (S3Bucket === undefined || S3Key === undefined)
    throw invalidParameter('Please provide a source for function code.');
  const body = await getObject(
    { Bucket: S3Bucket, Key: S3Key, ...(S3ObjectVersion && { VersionId: S3ObjectVersion }) },
    context,
  );
  if (body.size > UNZIPPED_BYTES_MAX)
    throw invalidParameter(`Unzipped size must be smaller than ${UNZIPPED_BYTES_MAX} bytes`);
  return body;
}

async function getObject(location: object, context: Context): Promise<StoredBody> {
  try {
    const { Body } = (await context.call('s3', 'GetObject', location)) as GetObjectOutput;
    return Body ?? { size: 0, bytes: new Uint8Array() };
  } catch (error) {
    if (!(error instanceof AwsError) || error.fault === 'server') throw error;
    throw invalidParameter(
      `Error occurred while GetObject. S3 Error Code: ${error.code}. S3 Error Message: ${error.message}`,
      error,
    );
  }
}
