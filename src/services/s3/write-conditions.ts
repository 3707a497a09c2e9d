import type { ObjectRow } from '../../storage/tables/objects.ts';
import { noSuchKey, notImplementedHeader, preconditionFailed } from './errors.ts';

export interface WriteConditions {
  readonly Key: string;
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
}

/**
 * Conditional writes: `If-None-Match: *` asks that there be no object, `If-Match` that it still
 * have this ETag. Nothing else is accepted. `live` is the key's object; a delete marker is none.
 * Throws PreconditionFailed, NoSuchKey, NotImplemented.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWriteConditions(
  { Key, IfMatch, IfNoneMatch }: WriteConditions,
  live: Pick<ObjectRow, 'etag'> | undefined,
): void {
  if (IfMatch !== undefined && IfNoneMatch !== undefined)
    throw notImplementedHeader(
      'If-Match,If-None-Match',
      'Multiple conditional request headers present in the request',
    );
  if (IfNoneMatch !== undefined) {
    if (IfNoneMatch !== '*')
      throw notImplementedHeader('If-None-Match', notAccepted('If-None-Match'));
    if (live) throw preconditionFailed('If-None-Match');
  }
  if (IfMatch !== undefined) {
    if (IfMatch === '*') throw notImplementedHeader('If-Match', notAccepted('If-Match'));
    if (!live) throw noSuchKey(Key);
    if (unquote(IfMatch) !== live.etag) throw preconditionFailed('If-Match');
  }
}

const notAccepted = (header: string) =>
  `We don't accept the provided value of ${header} header for this API`;

/** ETags are compared without their quotes; clients send both, none, and S3 takes one as well. */
export const unquote = (etag: string): string => etag.trim().replaceAll(/^"|"$/g, '');

export const quote = (etag: string): string => `"${etag}"`;
