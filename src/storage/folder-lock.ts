import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * One data folder, one server. The lock is an exclusive transaction on a database file of its own, which the operating system releases by
 * itself when the process dies, however it dies: there is no stale lock file to remove by hand.
 */
export interface FolderLock {
  release(): void;
}

/** Throws an Error whose `hint` says what to do when another process has the folder. */
export function lockFolder(directory: string): FolderLock {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'spillway.lock'));
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw isBusy(cause) ? new FolderInUse(directory, cause) : cause;
  }
  return { release: () => database.close() };
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown) => (error as { errcode?: number }).errcode === SQLITE_BUSY;

export class FolderInUse extends Error {
  readonly hint = 'stop that server, or give this one another --data-dir';
  constructor(directory: string, cause: unknown) {
    super(`the data folder ${directory} is in use by another Spillway`, { cause });
    this.name = 'FolderInUse';
  }
}
