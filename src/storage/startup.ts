import type { Blobs } from './blobs.ts';
import type { Storage } from './storage.ts';
import { isBlobReferenced } from './tables/bodies.ts';

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

/** Removes the files of bodies that no row refers to: uploads that were cut off before their commit. */
export function sweepBlobs(storage: Storage, blobs: Blobs): Promise<number> {
  return blobs.sweep((id) => storage.read((reader) => isBlobReferenced(reader, id)));
}
