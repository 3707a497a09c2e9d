import type {
  DeleteMarkerEntry,
  ListObjectVersionsOutput,
  ListObjectVersionsRequest,
  ObjectVersion,
} from '../../aws/models/s3.ts';
import type { Reader } from '../../storage/storage.ts';
import { type ListedObject, listVersions } from '../../storage/tables/object-listings.ts';
import { NULL_VERSION } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './canonical-user.ts';
import { invalidArgument } from './errors.ts';
import { findNamedVersion } from './find-version.ts';
import { keyEncoding, pageSize, unlessEmpty } from './list-input.ts';
import { checksumFromText } from './object-checksum.ts';
import { readOpaqueId } from './opaque-id.ts';
import { requireBucket } from './require-bucket.ts';
import { restoreStatus } from './restore-state.ts';
import { type Position, startAt, walkKeys } from './walk-keys.ts';
import { quote } from './write-conditions.ts';

/**
 * ListObjectVersions - every version and delete marker by key, the newest of a key first.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export async function listObjectVersions(
  input: ListObjectVersionsRequest,
  context: Context,
): Promise<ListObjectVersionsOutput> {
  const { Prefix = '', Delimiter = '', KeyMarker = '', VersionIdMarker = '' } = input;
  const encode = keyEncoding(input.EncodingType);
  const max = pageSize(input.MaxKeys, 'max-keys');
  if (VersionIdMarker !== '' && KeyMarker === '')
    throw invalidArgument(
      'A version-id marker cannot be specified without a key marker.',
      'version-id-marker',
      VersionIdMarker,
    );
  const page = await context.storage.read(async (reader) => {
    const bucket = await requireBucket(reader, context, input);
    const marker = await markerOf(reader, bucket.name, KeyMarker, VersionIdMarker);
    return walkKeys<ListedObject>({
      prefix: Prefix,
      delimiter: Delimiter,
      max,
      start: startAt(Prefix, marker),
      told: (common) => KeyMarker.startsWith(common),
      fetch: (position, end, limit) => listVersions(reader, bucket.name, position, end, limit),
      after: (row) => ({ key: row.key, inclusive: false, sequence: row.sequence }),
    });
  });

  const entries = page.rows.map((row, index) => {
    // The newest of a key comes first, unless the page begins amid the versions of a key.
    const before = index === 0 ? VersionIdMarker !== '' && KeyMarker : page.rows[index - 1]?.key;
    return { row, entry: describe(row, encode, before !== row.key, input) };
  });
  const { last } = page;
  const lastKey = typeof last === 'string' ? last : last?.key;
  const cut = page.truncated && lastKey !== undefined;
  return {
    Name: input.Bucket,
    Prefix: encode(Prefix),
    KeyMarker: encode(KeyMarker),
    VersionIdMarker,
    Delimiter: unlessEmpty(encode(Delimiter)),
    MaxKeys: max,
    EncodingType: input.EncodingType,
    IsTruncated: page.truncated,
    NextKeyMarker: cut ? encode(lastKey) : undefined,
    NextVersionIdMarker: cut && typeof last === 'object' ? last.version : undefined,
    Versions: entries.filter(({ row }) => row.delete_marker === 0).map(({ entry }) => entry),
    DeleteMarkers: entries.filter(({ row }) => row.delete_marker === 1).map(({ entry }) => entry),
    CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  };
}

async function markerOf(
  reader: Reader,
  bucket: string,
  key: string,
  version: string,
): Promise<Position | undefined> {
  if (key === '') return undefined;
  if (version === '') return { key, inclusive: false };
  const sequence =
    version === NULL_VERSION
      ? (await findNamedVersion(reader, bucket, key, version))?.sequence
      : readOpaqueId(version, bucket);
  if (sequence === undefined && version !== NULL_VERSION)
    throw invalidArgument('Invalid version id specified', 'version-id-marker', version);
  return { key, inclusive: false, sequence };
}

function describe(
  row: ListedObject,
  encode: (key: string) => string,
  IsLatest: boolean,
  input: ListObjectVersionsRequest,
): ObjectVersion & DeleteMarkerEntry {
  const identity = {
    Key: encode(row.key),
    VersionId: row.version,
    IsLatest,
    LastModified: new Date(row.modified_at),
    Owner: ownerOf(row.owner),
  };
  if (row.delete_marker === 1) return identity;
  const checksum = checksumFromText(row.checksum);
  const withRestore = input.OptionalObjectAttributes?.includes('RestoreStatus');
  return {
    ...identity,
    ETag: quote(row.etag),
    ChecksumAlgorithm: checksum && [checksum.algorithm],
    ChecksumType: checksum?.type,
    Size: row.size,
    StorageClass: row.storage_class,
    RestoreStatus: withRestore ? restoreStatus(row) : undefined,
  };
}
