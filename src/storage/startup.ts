import type { Blobs } from './blobs.ts';
import type { Storage } from './storage.ts';
import { isBlobReferenced } from './tables/bodies.ts';
import { isPackageBlob } from './tables/packages.ts';

/** Tables whose ids come from `Ids.sequence`, which must go on from the largest of them after a restart. */
const SEQUENCED = [
  ['events', 'id'],
  ['deliveries', 'id'],
  ['bodies', 'id'],
  ['queues', 'id'],
  ['queues', 'backlog'],
  ['dropped_backlogs', 'backlog'],
  ['messages', 'id'],
  ['move_tasks', 'id'],
  ['topics', 'id'],
  ['mailbox', 'id'],
  ['function_logs', 'id'],
  ['archives', 'id'],
  ['archived_events', 'id'],
] as const;

export async function largestSequence(storage: Storage): Promise<number> {
  let largest = 0;
  for (const [table, column] of SEQUENCED) {
    const row = await storage.read((reader) =>
      reader.get<{ largest: number | null }>(`SELECT MAX(${column}) AS largest FROM ${table}`),
    );
    largest = Math.max(largest, Number(row?.largest ?? 0));
  }
  return largest;
}

/** Removes the files that no row refers to: of uploads and packages that were cut off before their commit. */
export function sweepBlobs(storage: Storage, blobs: Blobs): Promise<number> {
  return blobs.sweep((id) =>
    storage.read(
      async (reader) => (await isBlobReferenced(reader, id)) || (await isPackageBlob(reader, id)),
    ),
  );
}
