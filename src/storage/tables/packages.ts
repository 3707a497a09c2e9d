import type { Reader, Transaction } from '../storage.ts';

/**
 * A deployment package, the code of a function version or layer: a zip file, kept once however
 * often it is used.
 */
export interface PackageRow {
  /** Of its bytes, in hex. */
  readonly sha256: string;
  readonly size: number;
  readonly unzipped_size: number;
  /** The file that holds its bytes: see `blobs.ts`. */
  readonly blob: string;
}

export const getPackage = (reader: Reader, sha256: string): Promise<PackageRow | undefined> =>
  reader.get<PackageRow>('SELECT * FROM packages WHERE sha256 = ?', sha256);

/** Answers false when there is one already; its own `blob` then stays. */
export async function insertPackage(tx: Transaction, row: PackageRow): Promise<boolean> {
  const inserted = await tx.run(
    `INSERT INTO packages (sha256, size, unzipped_size, blob) VALUES (?, ?, ?, ?)
     ON CONFLICT (sha256) DO NOTHING`,
    row.sha256,
    row.size,
    row.unzipped_size,
    row.blob,
  );
  return inserted === 1;
}

/**
 * Removes a package that no function, version or layer uses any more, and answers it; `undefined`
 * when one does.
 */
export async function deleteUnusedPackage(
  tx: Transaction,
  sha256: string,
): Promise<PackageRow | undefined> {
  if (await isPackageUsed(tx, sha256)) return undefined;
  return tx.get<PackageRow>('DELETE FROM packages WHERE sha256 = ? RETURNING *', sha256);
}

export async function isPackageUsed(reader: Reader, sha256: string): Promise<boolean> {
  const row = await reader.get(
    `SELECT 1 AS found FROM functions WHERE package = ?
     UNION ALL SELECT 1 AS found FROM function_versions WHERE package = ?
     UNION ALL SELECT 1 AS found FROM function_layers WHERE package = ?
     UNION ALL SELECT 1 AS found FROM layer_versions WHERE package = ? LIMIT 1`,
    sha256,
    sha256,
    sha256,
    sha256,
  );
  return row !== undefined;
}

/** Whether the file is a package's: what the sweep at start asks about each. */
export async function isPackageBlob(reader: Reader, blob: string): Promise<boolean> {
  return (await reader.get('SELECT 1 AS found FROM packages WHERE blob = ?', blob)) !== undefined;
}

/** Bytes of all packages: what AWS counts as code storage, here without counting one twice. */
export async function packageBytes(reader: Reader): Promise<number> {
  const row = await reader.get<{ bytes: number }>(
    'SELECT CAST(COALESCE(SUM(size), 0) AS INTEGER) AS bytes FROM packages',
  );
  return row?.bytes ?? 0;
}
