import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Photo } from '../../../examples/pet-photos/database/photo.ts';
import { freePort } from '../../support/process.ts';

const ROOT = join(import.meta.dirname, '../../..');
const START_MS_MAX = 90_000;

/** `npm start`, as a user runs it, on ports and a folder of its own. */
export interface Application {
  readonly url: string;
  readonly galleryUrl: string;
  readonly dataDir: string;
  /** The environment of a process that is to work with it. */
  readonly environment: Record<string, string>;
  /** What it wrote so far. */
  output(): string;
  /** The ids of its processes whose command line holds this text. */
  pids(text: string): number[];
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface StartOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly startMsMax?: number;
}

export async function startApplication(options: StartOptions): Promise<Application> {
  const port = options.port ?? (await freePort());
  const galleryPort = await freePort();
  const args = ['--port', port, '--gallery-port', galleryPort, '--data-dir', options.dataDir];
  const child = spawn(
    process.execPath,
    [join(ROOT, 'tools/start.mjs'), ...args.map(String), ...(options.args ?? [])],
    { stdio: ['ignore', 'pipe', 'pipe'], env: withoutTestRunner() },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const galleryUrl = `http://127.0.0.1:${galleryPort}`;
  await answers(galleryUrl, child, () => output, options.startMsMax ?? START_MS_MAX);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    galleryUrl,
    dataDir: options.dataDir,
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
    },
    output: () => output,
    pids: (text) => childrenOf(child.pid ?? 0).filter((pid) => commandOf(pid).includes(text)),
    end: (signal) => end(child, signal),
  };
}

/** The runner's own variables would make the workers report to it. */
function withoutTestRunner() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')),
  );
}

async function answers(
  url: string,
  child: ChildProcess,
  output: () => string,
  limitMs: number,
): Promise<void> {
  const until = performance.now() + limitMs;
  while (performance.now() < until && child.exitCode === null) {
    if (await fetch(url).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGTERM');
  throw new Error(`${url} does not answer: ${output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

export const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/**
 * Uploads a photo as the page does: a form of the gallery, POSTed straight to S3. Answers its key.
 */
export async function uploadPhoto(
  { galleryUrl }: Application,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const answer = await fetch(`${galleryUrl}/uploads`, {
    method: 'POST',
    body: JSON.stringify([{ name, type: 'image/jpeg' }]),
  });
  const [{ key, url, fields }] = (await answer.json()) as [UploadForm];
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const response = await fetch(url, { method: 'POST', body: form });
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return key;
}

interface UploadForm {
  readonly key: string;
  readonly url: string;
  readonly fields: Record<string, string>;
}

/** The photo in the sample folder. */
export const sample = (name: string) =>
  readFileSync(join(ROOT, 'examples/pet-photos/photos', name));

/**
 * Follows the changes that the gallery tells its page until the condition holds; answers the photos
 * by key.
 */
export async function photosUntil(
  { galleryUrl }: Application,
  condition: (photos: ReadonlyMap<string, Photo>) => boolean,
  limitMs = 60_000,
): Promise<ReadonlyMap<string, Photo>> {
  const photos = new Map<string, Photo>();
  const response = await fetch(`${galleryUrl}/changes`, { signal: AbortSignal.timeout(limitMs) });
  let text = '';
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks.filter((each) => each.includes('event: photos'))) {
        const rows = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '[]') as Photo[];
        for (const row of rows) photos.set(row.key, row);
      }
      if (condition(photos)) return photos;
    }
    throw new Error('the gallery stopped telling of changes');
  } catch (error) {
    throw new Error(`not so after ${limitMs} ms: ${condition}\n${JSON.stringify([...photos])}`, {
      cause: error,
    });
  }
}
