import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { createWorld, type World } from '../support/world.ts';

const run = promisify(execFile);
const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const ENDPOINT = 'http://127.0.0.1:4566';
const STEP_MS_MAX = 60_000;
/** The line of the README that makes version 1 of the CLI use the endpoint for every service. */
const ENDPOINT_FUNCTION = /^aws\(\) .*$/m.exec(README)?.[0] ?? '';

interface Block {
  readonly title: string;
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

/** The fenced blocks of the worked example, in order, under the heading they stand below. */
function blocksOf(markdown: string): Block[] {
  const example = /## A worked example\n([\s\S]*?)\n## /.exec(markdown)?.[1] ?? '';
  return example.split(/^### /m).flatMap((section) =>
    [...section.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
      ([, language = '', file, text = '']) => ({
        title: section.split('\n')[0] ?? '',
        language,
        file,
        text,
      }),
    ),
  );
}

describe('the worked example of the README', () => {
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), 'spillway-readme-'));
  const outputs: string[] = [];
  before(async () => {
    world = await createWorld();
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const blocks = blocksOf(README);
  it('has its blocks', () => assert.ok(blocks.length >= 6));

  for (const { title, language, file, text } of blocks) {
    if (file !== undefined) {
      it(`${title}: ${file}`, () => writeFileSync(join(folder, file), text));
    } else {
      it(`${title}: ${language}`, async () => {
        assert.equal(language, 'bash');
        const script = `set -euo pipefail\n${ENDPOINT_FUNCTION}\n${text.replaceAll(ENDPOINT, world.url)}`;
        const { stdout } = await run('bash', ['-c', script], {
          cwd: folder,
          env: { ...process.env, ...world.environment },
          timeout: STEP_MS_MAX,
        });
        outputs.push(stdout);
      });
    }
  }

  it('ends as it says: a note, and a message for each of the three queues', () => {
    const last = outputs.at(-1) ?? '';
    assert.match(
      last,
      /\{"key": "uploads\/rex.jpg", "size": 200000, "event": "ObjectCreated:Put"\}/,
    );
    const bodies = [...last.matchAll(/"Body": "(.*)",?$/gm)].map(([, body = '']) =>
      JSON.parse(JSON.parse(`"${body}"`)),
    );
    const raw = bodies.filter((body) => body.Records);
    const large = bodies.filter((body) => body['detail-type']);
    const archived = bodies.flatMap((body) => (body.TopicArn ? [JSON.parse(body.Message)] : []));
    assert.deepEqual(
      raw.map(({ Records: [{ s3 }] }) => [s3.object.key, s3.configurationId]),
      [['uploads/rex.raw', 'QueueRawPhotos']],
    );
    assert.deepEqual(
      large.map((event) => [event['detail-type'], event.detail.object.size]),
      [
        ['Object Created', 200_000],
        ['Object Created', 200_000],
      ],
    );
    assert.deepEqual(
      archived.filter(({ Records }) => Records).map(({ Records: [record] }) => record.eventName),
      ['ObjectRemoved:Delete'],
    );
  });
});
