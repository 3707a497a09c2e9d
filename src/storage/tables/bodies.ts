import type { Reader, Transaction } from '../storage.ts';

/**
 * Bodies of at most `INLINE_BYTES_MAX` (see `blobs.ts`) live in the database, under the sequence of
 * what they belong to.
 */
export async function insertBody(tx: Transaction, id: number, bytes: Uint8Array): Promise<void> {
  await tx.run('INSERT INTO bodies (id, bytes) VALUES (?, ?)', id, bytes);
}

export async function getBody(reader: Reader, id: number): Promise<Uint8Array | undefined> {
  const row = await reader.get<{ bytes: Uint8Array }>('SELECT bytes FROM bodies WHERE id = ?', id);
  return row?.bytes;
}

export async function deleteBody(tx: Transaction, id: number): Promise<void> {
  await tx.run('DELETE FROM bodies WHERE id = ?', id);
}

/** Whether any row refers to the file: what `Blobs.sweep` asks about each. */
export async function isBlobReferenced(reader: Reader, blob: string): Promise<boolean> {
  const row = await reader.get(
    `SELECT 1 AS found FROM objects WHERE blob = ?
     UNION ALL SELECT 1 AS found FROM parts WHERE blob = ? LIMIT 1`,
    blob,
    blob,
  );
  return row !== undefined;
}
