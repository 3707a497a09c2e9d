import type {
  ListObjectsOutput,
  ListObjectsRequest,
  ListObjectsV2Output,
  ListObjectsV2Request,
  S3Object,
} from '../../aws/models/s3.ts';
import {
  firstLiveKey,
  type ListedObject,
  listLiveObjects,
} from '../../storage/tables/object-listings.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './canonical-user.ts';
import { decodeToken, encodeToken } from './continuation-token.ts';
import { keyEncoding, pageSize, unlessEmpty } from './list-input.ts';
import { checksumFromText } from './object-checksum.ts';
import { requireBucket } from './require-bucket.ts';
import { restoreStatus } from './restore-state.ts';
import { type Page, type Position, startAt, type Walk, walkKeys } from './walk-keys.ts';
import { quote } from './write-conditions.ts';

/**
 * ListObjectsV2 - live objects in the order of their keys.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export async function listObjectsV2(
  input: ListObjectsV2Request,
  context: Context,
): Promise<ListObjectsV2Output> {
  const { Prefix = '', Delimiter = '', StartAfter = '', ContinuationToken } = input;
  const encode = keyEncoding(input.EncodingType);
  const max = pageSize(input.MaxKeys, 'max-keys');
  const marker =
    ContinuationToken !== undefined ? decodeToken(ContinuationToken) : behind(StartAfter);
  const page = await listPage(input, context, {
    prefix: Prefix,
    delimiter: Delimiter,
    max,
    start: startAt(Prefix, marker),
  });
  return {
    Name: input.Bucket,
    Prefix: encode(Prefix),
    Delimiter: unlessEmpty(encode(Delimiter)),
    MaxKeys: max,
    EncodingType: input.EncodingType,
    KeyCount: page.rows.length + page.commonPrefixes.length,
    IsTruncated: page.truncated,
    Contents: page.rows.map((row) => describe(row, encode, input, input.FetchOwner === true)),
    CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
    ContinuationToken,
    NextContinuationToken: page.truncated ? encodeToken(page.next) : undefined,
    StartAfter: ContinuationToken === undefined ? unlessEmpty(encode(StartAfter)) : undefined,
  };
}

/**
 * ListObjects - the older form: it goes on behind a key or common prefix that the client names.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html
 */
export async function listObjects(
  input: ListObjectsRequest,
  context: Context,
): Promise<ListObjectsOutput> {
  const { Prefix = '', Delimiter = '', Marker = '' } = input;
  const encode = keyEncoding(input.EncodingType);
  const max = pageSize(input.MaxKeys, 'max-keys');
  const page = await listPage(input, context, {
    prefix: Prefix,
    delimiter: Delimiter,
    max,
    start: startAt(Prefix, behind(Marker)),
    told: (common) => Marker.startsWith(common),
  });
  const last = typeof page.last === 'string' ? page.last : page.last?.key;
  const next = page.truncated && Delimiter !== '' ? last : undefined;
  return {
    Name: input.Bucket,
    Prefix: encode(Prefix),
    Marker: encode(Marker),
    Delimiter: unlessEmpty(encode(Delimiter)),
    MaxKeys: max,
    EncodingType: input.EncodingType,
    IsTruncated: page.truncated,
    NextMarker: next === undefined ? undefined : encode(next),
    Contents: page.rows.map((row) => describe(row, encode, input, true)),
    CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  };
}

const behind = (key: string): Position | undefined =>
  key === '' ? undefined : { key, inclusive: false };

function listPage(
  input: ListObjectsRequest,
  context: Context,
  walk: Pick<Walk<ListedObject>, 'prefix' | 'delimiter' | 'max' | 'start' | 'told'>,
): Promise<Page<ListedObject>> {
  return context.storage.read(async (reader) => {
    const bucket = await requireBucket(reader, context, input);
    return walkKeys<ListedObject>({
      ...walk,
      fetch: (position, end, limit) => listLiveObjects(reader, bucket.name, position, end, limit),
      peek: (position, end) => firstLiveKey(reader, bucket.name, position, end),
      after: (row) => ({ key: row.key, inclusive: false }),
    });
  });
}

function describe(
  row: ListedObject,
  encode: (key: string) => string,
  input: ListObjectsRequest,
  withOwner: boolean,
): S3Object {
  const checksum = checksumFromText(row.checksum);
  const withRestore = input.OptionalObjectAttributes?.includes('RestoreStatus');
  return {
    Key: encode(row.key),
    LastModified: new Date(row.modified_at),
    ETag: quote(row.etag),
    ChecksumAlgorithm: checksum && [checksum.algorithm],
    ChecksumType: checksum?.type,
    Size: row.size,
    StorageClass: row.storage_class,
    Owner: withOwner ? ownerOf(row.owner) : undefined,
    RestoreStatus: withRestore ? restoreStatus(row) : undefined,
  };
}
