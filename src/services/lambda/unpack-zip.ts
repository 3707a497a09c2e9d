import { createWriteStream } from 'node:fs';
import { mkdir, realpath, symlink } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';

/** A zip file whose bytes are read where they are needed. */
export interface ZipSource {
  readonly size: number;
  /** `start` inclusive, `end` exclusive. */
  read(range: { start: number; end: number }): Readable;
}

export interface ZipLimits {
  readonly unzippedBytesMax: number;
  readonly entriesMax: number;
}

/** The file is no zip, or holds what may not be unpacked. */
export class ZipError extends Error {
  override name = 'ZipError';
}

/** Unpacked, the files would take more room than allowed. */
export class ZipTooLargeError extends Error {
  override name = 'ZipTooLargeError';
}

/**
 * Unpacks a zip file into `directory`, which must be new and empty, and answers the bytes of its
 * files. Throws ZipError and ZipTooLargeError, and may then leave a part behind.
 *
 * The file comes from strangers: names that lead out of the directory are refused (the library does
 * that), so are links that do; links are made last, so that nothing is written through one; sizes
 * are checked as announced and again as read.
 */
export async function unpackZip(
  source: ZipSource,
  directory: string,
  { unzippedBytesMax, entriesMax }: ZipLimits,
): Promise<number> {
  const zip = await openZip(source);
  if (zip.entryCount > entriesMax) throw new ZipTooLargeError(`${zip.entryCount} entries`);
  const links: Link[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      if (bytes > unzippedBytesMax) throw new ZipTooLargeError(`more than ${bytes} bytes`);
      const path = join(directory, entry.fileName);
      if (entry.fileName.endsWith('/')) await mkdir(path, { recursive: true });
      else if (isLink(entry)) links.push({ path, target: await readLink(zip, entry) });
      else await writeFile(zip, entry, path);
    }
  } catch (error) {
    throw error instanceof ZipTooLargeError
      ? error
      : new ZipError(messageOf(error), { cause: error });
  } finally {
    zip.close();
  }
  await makeLinks(directory, links);
  return bytes;
}

interface Link {
  readonly path: string;
  readonly target: string;
}

/** Longer targets are none. */
const LINK_BYTES_MAX = 4096;

async function openZip(source: ZipSource): Promise<ZipFile> {
  try {
    const reader = new ZipReader(source);
    return await fromRandomAccessReaderPromise(reader, source.size, { lazyEntries: true });
  } catch (error) {
    throw new ZipError(messageOf(error), { cause: error });
  }
}

class ZipReader extends RandomAccessReader {
  readonly source: ZipSource;
  constructor(source: ZipSource) {
    super();
    this.source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return this.source.read({ start, end });
  }
}

async function writeFile(zip: ZipFile, entry: Entry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const stream = await zip.openReadStreamPromise(entry);
  const checked = (chunks: AsyncIterable<Uint8Array>) => checkSum(chunks, entry);
  await pipeline(stream, checked, createWriteStream(path, { mode: fileMode(entry) }));
}

/** The library checks sizes, but not this. */
async function* checkSum(
  chunks: AsyncIterable<Uint8Array>,
  entry: Entry,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new ZipError(`${entry.fileName} is damaged`);
}

/** The upper half of the attributes is the mode, in zip files made on Unix. */
const UNIX = 3;
const modeOf = ({ versionMadeBy, externalFileAttributes }: Entry) =>
  versionMadeBy >> 8 === UNIX ? externalFileAttributes >>> 16 : 0;

const TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const isLink = (entry: Entry) => (modeOf(entry) & TYPE_MASK) === SYMBOLIC_LINK;

/** Everybody may read, whoever could run it still can, only this server may write. */
const fileMode = (entry: Entry) => 0o644 | (modeOf(entry) & 0o111);

async function readLink(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > LINK_BYTES_MAX) throw new ZipError(`${entry.fileName} is too long`);
  return text(await zip.openReadStreamPromise(entry));
}

async function makeLinks(directory: string, links: readonly Link[]): Promise<void> {
  const root = (await realpath(directory)) + sep;
  try {
    for (const { path, target } of links) {
      await mkdir(dirname(path), { recursive: true });
      await symlink(target, path);
    }
    for (const { path } of links)
      if (!(await realpath(path)).startsWith(root)) throw new ZipError(`${path} leads outside`);
  } catch (error) {
    throw new ZipError(messageOf(error), { cause: error });
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
