import type { Reader } from '../../storage/storage.ts';
import {
  getLiveObject,
  getLiveObjectWithBody,
  getNewestNotLive,
  getNullVersion,
  getObjectVersion,
  NULL_VERSION,
  type ObjectRow,
  type ObjectWithBody,
} from '../../storage/tables/objects.ts';
import {
  emptyVersionId,
  invalidVersionId,
  methodNotAllowedOnMarker,
  noSuchKey,
  noSuchVersion,
} from './errors.ts';
import { readOpaqueId } from './opaque-id.ts';
import { shownVersion } from './write-version.ts';

/**
 * The version that a request is about: the live one, or the one it names. Throws NoSuchKey (with
 * `x-amz-delete-marker` when a marker hides the object), NoSuchVersion, InvalidArgument for an id
 * that this bucket never gave out, and MethodNotAllowed for a delete marker asked for by its
 * version.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html
 */
export async function findVersion(
  reader: Reader,
  bucket: string,
  key: string,
  versionId: string | undefined,
  method: string,
): Promise<ObjectWithBody> {
  if (versionId === undefined) {
    const live = await getLiveObjectWithBody(reader, bucket, key);
    return live ?? missing(reader, bucket, key);
  }
  const row = await findNamedVersion(reader, bucket, key, versionId);
  if (!row) throw noSuchVersion(key, versionId);
  if (row.delete_marker === 1) throw markerError(row, method);
  return row;
}

/**
 * The version or delete marker with this id; `undefined` when it is gone. Throws InvalidArgument.
 */
export async function findNamedVersion(
  reader: Reader,
  bucket: string,
  key: string,
  versionId: string,
): Promise<ObjectWithBody | undefined> {
  if (versionId === '') throw emptyVersionId();
  if (versionId === NULL_VERSION) return getNullVersion(reader, bucket, key);
  const sequence = readOpaqueId(versionId, bucket);
  if (sequence === undefined) throw invalidVersionId(versionId);
  const row = await getObjectVersion(reader, bucket, key, sequence);
  return row?.version === versionId ? row : undefined;
}

/**
 * The same for what is said about a version, its tags and its lock: there the key's newest delete
 * marker is no missing key, but a version that has none of these.
 */
export async function findDescribed(
  reader: Reader,
  bucket: string,
  key: string,
  versionId: string | undefined,
  method: string,
): Promise<ObjectWithBody> {
  if (versionId === undefined && !(await getLiveObject(reader, bucket, key))) {
    const newest = await getNewestNotLive(reader, bucket, key);
    if (newest?.delete_marker === 1) throw markerError(newest, method);
  }
  return findVersion(reader, bucket, key, versionId, method);
}

const markerError = (row: ObjectRow, method: string) =>
  methodNotAllowedOnMarker(method, {
    'last-modified': new Date(row.modified_at).toUTCString(),
    'x-amz-delete-marker': 'true',
    'x-amz-version-id': row.version,
    allow: 'DELETE',
  });

async function missing(reader: Reader, bucket: string, key: string): Promise<never> {
  const marker = await getNewestNotLive(reader, bucket, key);
  if (marker?.delete_marker !== 1) throw noSuchKey(key);
  throw noSuchKey(key, {
    'x-amz-delete-marker': 'true',
    'x-amz-version-id': shownVersion(marker) ?? NULL_VERSION,
  });
}
