import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { checkConsoleAccess } from './operator-access.ts';

/**
 * The files of the console, `console/` of this project, at `/_spillway/`: a page that talks to the same API as any program.
 * What can be asked for is what the folder held when the first page was asked for; a path is a name in that list and never becomes a path on
 * disk otherwise.
 */
export interface ConsoleFile {
  readonly path: string;
  readonly contentType: string;
}

/** From the sources, and from `dist/src/gateway/`. */
const FOLDERS = ['../../console', '../../../console'];
const FILES_MAX = 500;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

let files: ReadonlyMap<string, ConsoleFile> | undefined;

/** `name`: what comes after the prefix; the empty one is the page itself. */
export function findConsoleFile(method: string, name: string): ConsoleFile | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  files ??= listFiles();
  return files.get(name === '' ? 'index.html' : name);
}

export async function sendConsoleFile(
  gateway: Gateway,
  exchange: Exchange,
  { path, contentType }: ConsoleFile,
): Promise<void> {
  await checkConsoleAccess(gateway, exchange);
  const body = await readFile(path);
  const etag = `"${hash('sha256', body).slice(0, ETAG_LENGTH)}"`;
  const known = exchange.headers['if-none-match'] === etag;
  const headers = {
    etag,
    // Asked for each time, sent only when it changed: a new version is there at once.
    'cache-control': 'no-cache',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  if (known) await answer(exchange, { status: 304, headers, body: '' }, gateway.blobs);
  else {
    const typed = { ...headers, 'content-type': contentType };
    await answer(exchange, { status: 200, headers: typed, body }, gateway.blobs);
  }
}

const ETAG_LENGTH = 32;

function listFiles(): Map<string, ConsoleFile> {
  const folder = FOLDERS.map((each) => join(import.meta.dirname, each)).find((each) =>
    existsSync(join(each, 'index.html')),
  );
  if (folder === undefined) throw new Error('the files of the console are missing');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).slice(0, FILES_MAX);
  return new Map(
    names.flatMap((name) => {
      const contentType = CONTENT_TYPES[extname(name)];
      const file = contentType && { path: join(folder, name), contentType };
      return file ? [[name.split(sep).join('/'), file] as const] : [];
    }),
  );
}
