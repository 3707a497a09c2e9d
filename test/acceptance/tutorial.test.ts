import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { freePort } from '../support/process.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const TUTORIAL = readFileSync(join(ROOT, 'docs/tutorial.md'), 'utf8');
const STEP_MS_MAX = 120_000;
const END_MS_MAX = 10_000;

/**
 * A fenced block: a file to write, commands to run (`background`: and not to wait for), or what
 * those before printed.
 */
interface Block {
  readonly title: string;
  readonly language: string;
  readonly info: string;
  readonly text: string;
  /** What the commands must print, where the page tells. */
  readonly printed: string | undefined;
}

function blocksOf(markdown: string): Block[] {
  const blocks = markdown.split(/^## /m).flatMap((section) =>
    [...section.matchAll(/^```(\w+)[ ]?(.*)\n([\s\S]*?)^```$/gm)].map(
      ([, language = '', info = '', text = '']) => ({
        title: section.split('\n')[0] ?? '',
        language,
        info,
        text,
        printed: undefined,
      }),
    ),
  );
  return blocks.flatMap((block, index) => {
    if (block.language === 'text' || block.language === 'mermaid') return [];
    const next = blocks[index + 1];
    return [{ ...block, printed: next?.language === 'text' ? next.text : undefined }];
  });
}

describe('the tutorial', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-tutorial-'));
  const state = join(folder, '.state');
  const background: ChildProcess[] = [];
  let port: number;
  before(async () => {
    port = await freePort();
    writeFileSync(state, '');
  });
  after(async () => {
    for (const child of background.reverse()) await endGroup(child);
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Every block is a bash of its own, which begins with the variables and functions that the last
   * one left.
   */
  const script = (text: string) =>
    `set -euo pipefail; source ${state}\n${here(text)}\n{ export -p; declare -f; } > ${state}`;
  const here = (text: string) =>
    text
      .replaceAll('127.0.0.1:4566', `127.0.0.1:${port}`)
      .replace('./bin/spillway serve', `${ROOT}/bin/spillway serve --port ${port}`);
  const environment = () => ({
    ...withoutAws(),
    REPO: ROOT,
    AWS_EC2_METADATA_DISABLED: 'true',
  });

  const blocks = blocksOf(TUTORIAL);
  it('has its blocks', () => assert.ok(blocks.length >= 15));

  for (const { title, language, info, text, printed } of blocks) {
    const file = /file=(\S+)/.exec(info)?.[1];
    if (file !== undefined) {
      it(`${title}: ${file}`, () => writeFileSync(join(folder, file), text));
    } else if (info === 'background') {
      it(`${title}: ${text.trim()}`, async () => {
        const command = `set -e; source ${state}; exec ${here(text)}`;
        const child = spawn('bash', ['-c', command], {
          cwd: folder,
          env: environment(),
          detached: true,
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        background.push(child);
        if (text.includes('serve')) await ready(child);
      });
    } else {
      it(`${title}: ${text.split('\n')[0]}`, async () => {
        assert.equal(language, 'bash');
        const options = { cwd: folder, env: environment(), timeout: STEP_MS_MAX };
        const { stdout } = await run('bash', ['-c', script(text)], options);
        if (printed !== undefined) assert.equal(stdout, here(printed));
      });
    }
  }
});

/** The reader's own AWS account plays no part. */
const withoutAws = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_')));

function ready(child: ChildProcess): Promise<void> {
  let written = '';
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      if (written.includes('Spillway is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${written}`)));
  });
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS_MAX);
  await exited;
  clearTimeout(late);
}
