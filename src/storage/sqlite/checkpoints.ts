import { once } from 'node:events';
import { extname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/**
 * Checkpoints: the pages of the write-ahead log are copied back into the database file, so that the log can begin anew.
 *
 * SQLite by itself does that within a COMMIT, and everybody waits for as long as the disk takes. Here a thread of its own does it, beside
 * the writing. What is written meanwhile is left over, so it goes again, each time with less to copy, until the rest is so small that
 * the writer copies it in passing: only when nothing is left the log begins anew.
 *
 * A copy that fails loses nothing, for the log has everything. It is told of, and tried again when the log has grown.
 */
export interface Checkpoints {
  /** To be called after every commit; never fails. What it returns is to be waited for: the log has reached its limit. */
  afterCommit(): Promise<void> | undefined;
  close(): Promise<void>;
}

export interface CheckpointOptions {
  /** Pages of 4 KiB in the log when they are copied back. More are fewer copies of the pages that change often, and a larger file. */
  readonly pages: number;
  onFailure(error: unknown): void;
}

/** 128 MiB. */
export const CHECKPOINT_PAGES = 32_000;
/** So few the writer copies itself: that takes milliseconds. */
const REST_PAGES_MAX = 500;
/** The log never grows beyond so many times the pages that are copied at: writers wait instead. */
const GROWTH_MAX = 2;

/** Looking at the log costs about as much as inserting a row, so not every commit does. */
const COMMITS_A_LOOK = 8;

/** What the thread answers. */
export interface Copied {
  readonly error?: unknown;
}

/** The sources are `.ts`, the build is `.js`. */
const THREAD = new URL(`./checkpoint-thread${extname(import.meta.filename)}`, import.meta.url);

/** For the one connection that writes to the database file at `path`. */
export function createCheckpoints(
  database: DatabaseSync,
  path: string,
  { pages, onFailure }: CheckpointOptions,
): Checkpoints {
  database.exec('PRAGMA wal_autocheckpoint = 0');
  const look = database.prepare('PRAGMA wal_checkpoint(NOOP)');
  const copy = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  const limit = pages * GROWTH_MAX;
  let due = pages;
  let commits = 0;
  let thread: Worker | undefined;
  let copying: Promise<void> | undefined;

  const inspect = () => look.get() as { readonly log: number; readonly checkpointed: number };
  const copied = (error: unknown) => {
    due = error === undefined ? pages : due + pages;
    if (error !== undefined) onFailure(error);
  };
  const copyHere = () => {
    try {
      copy.get();
      copied(undefined);
    } catch (error) {
      copied(error);
    }
  };
  const copyBeside = async () => {
    try {
      thread ??= new Worker(THREAD, { workerData: path });
      const answer = once(thread, 'message') as Promise<[Copied]>;
      thread.postMessage('copy');
      copied((await answer)[0].error);
    } catch (error) {
      thread = undefined;
      copied(error);
    } finally {
      copying = undefined;
    }
  };

  const act = () => {
    const { log, checkpointed } = inspect();
    const rest = log - checkpointed;
    if (log < due || rest === 0) return undefined;
    if (copying) return log < limit ? undefined : copying;
    if (rest <= REST_PAGES_MAX || log >= limit) copyHere();
    else copying = copyBeside();
    return undefined;
  };

  return {
    afterCommit() {
      if (++commits % COMMITS_A_LOOK > 0) return undefined;
      try {
        return act();
      } catch (error) {
        // What is committed stays so, whatever becomes of its copy.
        copied(error);
        return undefined;
      }
    },
    async close() {
      await copying;
      await thread?.terminate();
    },
  };
}
