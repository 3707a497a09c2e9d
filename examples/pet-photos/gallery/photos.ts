import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { thumbnailKeyOf } from '../shared/keys.ts';
import { dropDeadLetters } from './dead-letters.ts';
import { type Gallery, type Handler, keyOf } from './gallery.ts';

const EXPIRES_SECONDS = 3600;

/** Photos are private: the browser is sent on to S3 with a URL that is good for an hour. */
export const showThumbnail: Handler = async (gallery, _request, response, url) => {
  const location = await presign(gallery, thumbnailKeyOf(keyOf(url)));
  response.writeHead(302, { location, 'cache-control': `private, max-age=${EXPIRES_SECONDS / 2}` });
  response.end();
};

export const showOriginal: Handler = async (gallery, _request, response, url) => {
  const location = await presign(gallery, keyOf(url));
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
};

const presign = ({ s3, settings }: Gallery, Key: string) =>
  getSignedUrl(s3, new GetObjectCommand({ Bucket: settings.bucket, Key }), {
    expiresIn: EXPIRES_SECONDS,
  });

/**
 * Deletes the photo itself; the event of that lets the workers remove its thumbnail and mark its
 * row.
 */
export const removePhoto: Handler = async (gallery, _request, response, url) => {
  const key = keyOf(url);
  const photo = await gallery.database.photo(key);
  await gallery.s3.send(new DeleteObjectCommand({ Bucket: gallery.settings.bucket, Key: key }));
  if (photo?.state === 'failed') await dropDeadLetters(gallery, key);
  response.writeHead(204).end();
};
