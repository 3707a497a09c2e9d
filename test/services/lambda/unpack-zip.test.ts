import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import {
  unpackZip,
  ZipError,
  type ZipLimits,
  ZipTooLargeError,
} from '../../../src/services/lambda/unpack-zip.ts';
import { type ZipEntry, zipFile } from './zip-file.ts';

const LIMITS: ZipLimits = { unzippedBytesMax: 1_000_000, entriesMax: 100 };

/** Unpacks into a new folder below one that must stay as it is, and looks at both. */
async function unpack(bytes: Buffer, limits = LIMITS) {
  const parent = await mkdtemp(join(tmpdir(), 'spillway-zip-'));
  const directory = join(parent, 'code');
  await mkdir(directory);
  const source = {
    size: bytes.length,
    read: ({ start, end }: { start: number; end: number }) =>
      Readable.from([bytes.subarray(start, end)]),
  };
  return {
    directory,
    unpacked: unpackZip(source, directory, limits),
    around: () => readdir(parent),
    [Symbol.asyncDispose]: () => rm(parent, { recursive: true }),
  };
}

test('files come out as they went in, with their executable bits', async () => {
  const entries: ZipEntry[] = [
    { name: 'index.mjs', bytes: 'export {}', mode: 0o100600 },
    { name: 'bin/', mode: 0o040755 },
    { name: 'bin/bootstrap', bytes: '#!/bin/sh', mode: 0o100755 },
    { name: 'a/b/c.txt', bytes: 'deep' },
  ];
  await using result = await unpack(zipFile(entries));
  assert.equal(await result.unpacked, 22);
  const { directory } = result;
  assert.equal(await readFile(join(directory, 'a/b/c.txt'), 'utf8'), 'deep');
  assert.equal((await stat(join(directory, 'index.mjs'))).mode & 0o777, 0o644);
  assert.equal((await stat(join(directory, 'bin/bootstrap'))).mode & 0o777, 0o755);
});

const LINK = 0o120777;

test('links within the package work', async () => {
  await using result = await unpack(
    zipFile([
      { name: 'node_modules/.bin/run', bytes: '../run/cli.js', mode: LINK },
      { name: 'node_modules/run/cli.js', bytes: 'run' },
    ]),
  );
  await result.unpacked;
  const link = join(result.directory, 'node_modules/.bin/run');
  assert.equal(await readlink(link), '../run/cli.js');
  assert.equal(await readFile(link, 'utf8'), 'run');
});

const HOSTILE: Record<string, ZipEntry[]> = {
  'a name that leads up': [{ name: '../evil', bytes: 'x' }],
  'a name that leads up from within': [{ name: 'a/../../evil', bytes: 'x' }],
  'an absolute name': [{ name: '/tmp/evil', bytes: 'x' }],
  'a Windows name': [{ name: 'C:\\evil', bytes: 'x' }],
  'a backslash that leads up': [{ name: '..\\evil', bytes: 'x' }],
  'a link out': [{ name: 'out', bytes: '/etc', mode: LINK }],
  'a link up': [{ name: 'out', bytes: '../', mode: LINK }],
  'a link to nothing': [{ name: 'out', bytes: 'nowhere', mode: LINK }],
  'links that lead out together': [
    { name: 'd/e/f.txt', bytes: 'x' },
    { name: 'd/e/root', bytes: '../..', mode: LINK },
    { name: 'out', bytes: 'd/e/root/../..', mode: LINK },
  ],
  'a file behind a link': [
    { name: 'out', bytes: '/tmp', mode: LINK },
    { name: 'out/evil', bytes: 'x' },
  ],
  'a file where a folder is': [
    { name: 'a/b', bytes: 'x' },
    { name: 'a', bytes: 'y' },
  ],
  'a file with another checksum': [{ name: 'a', bytes: 'x', crc: 1 }],
  'a file that is larger than announced': [
    { name: 'a', bytes: 'x'.repeat(100), announced: 10, deflate: true },
  ],
};

for (const [what, entries] of Object.entries(HOSTILE))
  test(`${what} is refused`, async () => {
    await using result = await unpack(zipFile(entries));
    await assert.rejects(result.unpacked, ZipError);
    assert.deepEqual(await result.around(), ['code']);
  });

for (const [what, bytes] of Object.entries({
  nothing: Buffer.alloc(0),
  text: Buffer.from('this is no zip file, whatever its name says'),
  'half a zip file': zipFile([{ name: 'a', bytes: 'x'.repeat(1000) }]).subarray(0, 500),
}))
  test(`${what} is no zip file`, async () => {
    await using result = await unpack(bytes);
    await assert.rejects(result.unpacked, ZipError);
  });

test('a bomb is refused before it is unpacked', async () => {
  const zeros = Buffer.alloc(5_000_000);
  const bomb = zipFile([{ name: 'zeros', bytes: zeros, deflate: true }]);
  assert.ok(bomb.length < 10_000 && deflateRawSync(zeros).length < 10_000);
  await using result = await unpack(bomb);
  await assert.rejects(result.unpacked, ZipTooLargeError);
  assert.deepEqual(await readdir(result.directory), []);
});

test('many small files count together', async () => {
  const entries = Array.from({ length: 11 }, (_, i) => ({ name: `${i}`, bytes: '1234567890' }));
  await using fits = await unpack(zipFile(entries), { ...LIMITS, unzippedBytesMax: 110 });
  assert.equal(await fits.unpacked, 110);
  await using tooLarge = await unpack(zipFile(entries), { ...LIMITS, unzippedBytesMax: 109 });
  await assert.rejects(tooLarge.unpacked, ZipTooLargeError);
  await using tooMany = await unpack(zipFile(entries), { ...LIMITS, entriesMax: 10 });
  await assert.rejects(tooMany.unpacked, ZipTooLargeError);
});

test('any damage is an error or harmless, never a file elsewhere', async () => {
  const intact = zipFile([
    { name: 'index.mjs', bytes: 'export {}' },
    { name: 'lib/a.js', bytes: 'a'.repeat(200), deflate: true },
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(intact.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const damaged = Buffer.from(intact);
        for (const [at, byte] of changes) damaged[at] = byte;
        await using result = await unpack(damaged);
        await result.unpacked.catch((error) =>
          assert.ok(error instanceof ZipError || error instanceof ZipTooLargeError, String(error)),
        );
        assert.deepEqual(await result.around(), ['code']);
      },
    ),
    { numRuns: 150 },
  );
});
