import { invalidArgument } from './errors.ts';

/** What `x-amz-copy-source` names. */
export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | undefined;
}

/**
 * Reads `bucket/key` or `/bucket/key`, URL-encoded, with `?versionId=` behind it where an older
 * version is meant. Throws InvalidArgument. Deviation from AWS: access point ARNs are not known
 * here.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export function parseCopySource(header: string): CopySource {
  const [, path = '', versionId] = SOURCE.exec(header) ?? [];
  const [bucket = '', ...rest] = decode(path, header).split('/');
  const key = rest.join('/');
  if (bucket === '' || key === '') throw invalidSource(header);
  return { bucket, key, versionId };
}

const SOURCE = /^\/?(.+?)(?:\?versionId=([^?&]*))?$/s;

function decode(path: string, header: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) throw invalidSource(header);
    throw error;
  }
}

const invalidSource = (header: string) =>
  invalidArgument('Invalid copy source object key', 'x-amz-copy-source', header);
