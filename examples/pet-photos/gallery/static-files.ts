import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { type Gallery, type Handler, sendJson } from './gallery.ts';

const EXAMPLE = join(import.meta.dirname, '..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
};

/**
 * The files that are served, by their path in the URL: found at the start, so that no request can
 * name another.
 */
const FILES: ReadonlyMap<string, string> = new Map([
  ['/', join(EXAMPLE, 'gallery/page/index.html')],
  ...filesIn('gallery/page', '/'),
  ...filesIn('photos', '/photos/'),
]);

function filesIn(folder: string, prefix: string): [string, string][] {
  return readdirSync(join(EXAMPLE, folder))
    .filter((name) => extname(name) in TYPES)
    .map((name) => [`${prefix}${name}`, join(EXAMPLE, folder, name)]);
}

export const findFile = (path: string) => FILES.get(path);

export async function sendFile(response: ServerResponse, path: string): Promise<void> {
  response.writeHead(200, {
    'content-type': TYPES[extname(path)],
    'cache-control': 'no-cache',
  });
  response.end(readFileSync(path));
}

/** The photos that come with the example. */
export const listSamples: Handler = async (_gallery, _request, response) =>
  sendJson(
    response,
    200,
    [...FILES.keys()].filter((path) => path.startsWith('/photos/')),
  );

/** The page loads nothing but its own files and what S3 has, and sends photos to S3 only. */
export async function contentSecurityPolicy({ s3, settings }: Gallery): Promise<string> {
  const { url } = await createPresignedPost(s3, { Bucket: settings.bucket, Key: 'any' });
  const { origin } = new URL(url);
  return [
    "default-src 'self'",
    `img-src 'self' blob: ${origin}`,
    `connect-src 'self' ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
