import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Database } from '../database/database.ts';
import { photoKeyOf, THUMBNAILS, thumbnailKeyOf } from '../shared/keys.ts';
import { PHOTO_BYTES_MAX } from '../shared/limits.ts';
import type { PhotoEvent } from '../shared/photo-event.ts';
import { BadPhoto } from './bad-photo.ts';
import type { Identifier } from './identify.ts';

export interface Work {
  readonly s3: S3Client;
  readonly database: Database;
  readonly identifier: Identifier;
}

/**
 * Does what an event asks for. Safe to do again, and in any order. Rejects with BadPhoto when no
 * further try would help.
 */
export function handleEvent(work: Work, event: PhotoEvent): Promise<void> {
  if (event.name.startsWith('ObjectRemoved:')) return onRemoved(work, event);
  return event.key.startsWith(THUMBNAILS) ? onThumbnail(work, event) : onUploaded(work, event);
}

async function onUploaded({ s3, database, identifier }: Work, event: PhotoEvent): Promise<void> {
  const photo = await database.uploaded({ ...event, receivedAt: Date.now() });
  if (photo?.state !== 'uploaded') return;
  if (event.sizeBytes > PHOTO_BYTES_MAX)
    throw new BadPhoto(
      'FileTooLarge',
      `the file has ${event.sizeBytes} bytes, more than ${PHOTO_BYTES_MAX}`,
    );
  const bytes = await download(s3, event);
  // Removed since it was uploaded: the event of that is on its way.
  if (!bytes) return;
  const from = Date.now();
  const found = await identifier.identify({ ...event, bytes });
  await database.recorded(photo, { ...found, from, to: Date.now() });
}

async function onThumbnail({ s3, database }: Work, event: PhotoEvent): Promise<void> {
  const photoKey = photoKeyOf(event.key);
  const wanted = await database.thumbnailed({ photoKey, etag: event.etag, at: event.at });
  // Its photo was removed while the function was making it.
  if (!wanted) await deleteThumbnail(s3, event.bucket, photoKey);
}

async function onRemoved({ s3, database }: Work, event: PhotoEvent): Promise<void> {
  const gone = await database.removed(event);
  if (gone) await deleteThumbnail(s3, event.bucket, event.key);
}

async function download(s3: S3Client, { bucket, key }: PhotoEvent) {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** Succeeds when there is none. */
const deleteThumbnail = (s3: S3Client, bucket: string, photoKey: string) =>
  s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: thumbnailKeyOf(photoKey) }));
