import { createReadStream } from 'node:fs';
import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Ids } from '../lib/ids.ts';

/**
 * The bytes that are too large for the database: one file each, named by a random id, complete and on disk (file and
 * folder) before any row refers to it. A file without a row is an orphan of a crash and is swept at start.
 */
export interface Blobs {
  /** Starts a new file. `finish` makes it durable and gives it its name; `abort` leaves nothing. */
  create(): Promise<BlobWriter>;
  /** Streams bytes `start` (inclusive) to `end` (exclusive). */
  read(id: string, range?: { start: number; end: number }): Readable;
  readAll(id: string): Promise<Uint8Array>;
  /** Gives the same bytes a second, independent id, durably; answers it. Costs nothing for its size: files never change. */
  copy(id: string): Promise<string>;
  /** Removes a file; one that is gone already is fine. */
  remove(id: string): Promise<void>;
  /** Removes every file that `isReferenced` does not know; answers how many. Call before serving only. */
  sweep(isReferenced: (id: string) => Promise<boolean>): Promise<number>;
}

export interface BlobWriter {
  readonly id: string;
  write(chunk: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  abort(): Promise<void>;
}

/** Bodies up to this many bytes live in the database, where they cost a quarter of a file's time. */
export const INLINE_BYTES_MAX = 64 * 1024;
const READ_BYTES = 512 * 1024;
/** Bytes are gathered up to this before they are written: fewer, larger writes. */
const WRITE_BYTES = 1024 * 1024;
const TEMPORARY = '.part';

export async function openBlobs(directory: string, ids: Ids): Promise<Blobs> {
  await mkdir(directory, { recursive: true });
  const pathOf = (id: string) => join(directory, id.slice(0, 2), id);
  const newId = async () => {
    const id = Buffer.from(ids.bytes(16)).toString('hex');
    const folder = join(directory, id.slice(0, 2));
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(directory);
    return { id, folder };
  };

  return {
    async create() {
      const { id, folder } = await newId();
      const temporary = pathOf(id) + TEMPORARY;
      const file = await open(temporary, 'wx');
      return blobWriter(id, file, temporary, pathOf(id), folder);
    },
    read: (id, range) =>
      createReadStream(pathOf(id), {
        highWaterMark: READ_BYTES,
        ...(range && { start: range.start, end: range.end - 1 }),
      }),
    readAll: (id) => readFile(pathOf(id)),
    async copy(source) {
      const { id, folder } = await newId();
      await link(pathOf(source), pathOf(id));
      await syncFolder(folder);
      return id;
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    async sweep(isReferenced) {
      let removed = 0;
      for (const folder of await readdir(directory)) {
        // Whatever else has put a file here is none of our business.
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const name of await readdir(join(directory, folder))) {
          const partial = name.endsWith(TEMPORARY);
          if (!partial && (await isReferenced(name))) continue;
          await rm(join(directory, folder, name), { force: true });
          removed++;
        }
      }
      return removed;
    },
  };
}

function blobWriter(
  id: string,
  file: FileHandle,
  temporary: string,
  path: string,
  folder: string,
): BlobWriter {
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  let writing: Promise<void> = Promise.resolve();

  /** Hands over what was gathered while the piece before may still be on its way to the disk. */
  const flush = async () => {
    const pieces = gathered;
    const size = gatheredBytes;
    gathered = [];
    gatheredBytes = 0;
    await writing;
    writing = writeAll(file, pieces, size);
    // Seen by the next flush or by `finish`; until then it must not count as unhandled.
    writing.catch(() => undefined);
  };

  return {
    id,
    async write(chunk) {
      gathered.push(chunk);
      gatheredBytes += chunk.length;
      if (gatheredBytes >= WRITE_BYTES) await flush();
    },
    async finish() {
      await flush();
      await writing;
      await file.datasync();
      await file.close();
      await rename(temporary, path);
      await syncFolder(folder);
    },
    async abort() {
      await writing.catch(() => undefined);
      await file.close();
      await rm(temporary, { force: true });
    },
  };
}

async function writeAll(file: FileHandle, pieces: Uint8Array[], size: number): Promise<void> {
  if (size === 0) return;
  const { bytesWritten } = await file.writev(pieces);
  if (bytesWritten === size) return;
  // A short write is possible on a nearly full disk; write on until all is there or the disk refuses.
  const rest = Buffer.concat(pieces).subarray(bytesWritten);
  for (let offset = 0; offset < rest.length; ) {
    offset += (await file.write(rest, offset)).bytesWritten;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
