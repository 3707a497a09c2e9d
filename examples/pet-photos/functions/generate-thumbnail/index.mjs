import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';

/** Longest edge, in pixels: sharp on a card of the gallery, also on a dense display. */
const EDGE_PIXELS = 512;
/** 40 megapixels take 160 MB while they are decoded. */
const PIXELS_MAX = 40_000_000;
const QUALITY = 80;

const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });

/**
 * Makes the thumbnail of an uploaded photo: `uploads/rex.png` becomes `thumbnails/rex.png.jpg`.
 * Takes an "Object Created" event of EventBridge. A file that is no image is left alone: the
 * workers tell what is wrong with it.
 */
export async function handler({ detail }) {
  const Bucket = detail.bucket.name;
  const { key } = detail.object;
  const photo = await download(Bucket, key);
  if (!photo) return { key, skipped: 'it was removed' };
  const thumbnail = await shrink(photo).catch((error) => error);
  if (thumbnail instanceof Error) return { key, skipped: thumbnail.message };

  const thumbnailKey = `${key.replace('uploads/', 'thumbnails/')}.jpg`;
  await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: thumbnailKey,
      Body: thumbnail,
      ContentType: 'image/jpeg',
      CacheControl: 'private, max-age=31536000',
    }),
  );
  return { key, thumbnailKey };
}

async function download(Bucket, Key) {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return await Body.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** Upright, as the EXIF orientation says, and white where the photo is transparent. */
const shrink = (photo) =>
  sharp(photo, { autoOrient: true, failOn: 'truncated', limitInputPixels: PIXELS_MAX })
    .resize(EDGE_PIXELS, EDGE_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: QUALITY, mozjpeg: false })
    .toBuffer();
