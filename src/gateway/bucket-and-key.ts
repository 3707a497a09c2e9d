import { AwsError } from '../aws/error.ts';

/**
 * Where an S3 request puts its bucket: in the path (`/bucket/key`) or in the host name (`bucket.s3.localhost`). Both are decoded here;
 * a path is decoded once, and never normalised, because `a//b` and `a/../b` are keys like any other.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export interface BucketAndKey {
  readonly bucket: string | undefined;
  readonly key: string | undefined;
}

/**
 * Names under which a bucket, which may hold dots itself, may stand in front: `bucket.s3.us-east-1.amazonaws.com`, `bucket.s3.localhost`, `bucket.localhost`.
 */
const VIRTUAL_HOST =
  /^(.+?)\.(?:s3(?:[.-][a-z0-9-]+)?\.(?:amazonaws\.com|localhost|localhost\.localstack\.cloud)|s3|localhost)$/;

export function bucketAndKey(rawPath: string, host: string | undefined): BucketAndKey {
  const virtual = bucketOfHost(host);
  const path = rawPath.slice(1);
  if (virtual !== undefined) {
    return { bucket: virtual, key: path === '' ? undefined : decode(path) };
  }
  const slash = path.indexOf('/');
  const bucket = slash < 0 ? path : path.slice(0, slash);
  const key = slash < 0 ? '' : path.slice(slash + 1);
  return {
    bucket: bucket === '' ? undefined : decode(bucket),
    key: key === '' ? undefined : decode(key),
  };
}

/** The bucket that a host name names, if any. */
export function bucketOfHost(host = ''): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const bucket = VIRTUAL_HOST.exec(name)?.[1];
  return bucket === 's3' ? undefined : bucket;
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.", {
      members: { URI: text },
      cause,
    });
  }
}
