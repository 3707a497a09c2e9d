import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { UPLOADS } from '../shared/keys.ts';
import { PHOTO_BYTES_MAX } from '../shared/limits.ts';
import { type Handler, RequestError, sendJson } from './gallery.ts';

const UPLOADS_MAX = 500;
const BODY_BYTES_MAX = 1024 * 1024;
const NAME_LENGTH_MAX = 150;
/** Long enough for the last photo of a large batch on a slow line. */
const EXPIRES_SECONDS = 3600;

export interface WantedUpload {
  readonly name: string;
  readonly type: string;
}

/** Answers a form for each photo that the page wants to upload. */
export const presignUploads: Handler = async ({ s3, settings }, request, response) => {
  const wanted = await readUploads(request);
  const forms = wanted.map((upload) => presignUpload(s3, settings.bucket, upload));
  sendJson(response, 200, await Promise.all(forms));
};

/**
 * A form with which a browser may upload one photo, straight to S3: to this key, of this type, not
 * larger than a photo may be.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html
 */
export async function presignUpload(s3: S3Client, bucket: string, { name, type }: WantedUpload) {
  const key = `${UPLOADS}${randomUUID().slice(0, 8)}/${fileName(name)}`;
  const contentType = /^image\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
  const form = await createPresignedPost(s3, {
    Bucket: bucket,
    Key: key,
    Expires: EXPIRES_SECONDS,
    Fields: { 'Content-Type': contentType, success_action_status: '201' },
    Conditions: [
      ['content-length-range', 0, PHOTO_BYTES_MAX],
      { 'Content-Type': contentType },
      { success_action_status: '201' },
    ],
  });
  return { key, ...form };
}

async function readUploads(request: IncomingMessage): Promise<WantedUpload[]> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > BODY_BYTES_MAX) throw new RequestError(413, 'too many photos at once');
  }
  const uploads: unknown = JSON.parse(text);
  if (!Array.isArray(uploads) || uploads.length > UPLOADS_MAX)
    throw new RequestError(400, `a list of at most ${UPLOADS_MAX} photos is expected`);
  return uploads.map(({ name, type }) => ({ name: String(name), type: String(type) }));
}

/** The name of the file, without folders and without what no key should have. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(-NAME_LENGTH_MAX);
  return clean === '' ? 'photo' : clean;
}
