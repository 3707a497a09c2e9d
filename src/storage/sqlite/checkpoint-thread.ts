import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Copied } from './checkpoints.ts';

/** The other side of `checkpoints.ts`: copies the log back into the database file whenever it is told to. */
const database = new DatabaseSync(workerData as string);
database.exec('PRAGMA wal_autocheckpoint = 0');
const copy = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');

parentPort?.on('message', () => {
  try {
    copy.get();
    parentPort?.postMessage({} satisfies Copied);
  } catch (error) {
    parentPort?.postMessage({ error } satisfies Copied);
  }
});
