import type { Reader, Transaction } from '../storage.ts';

/**
 * A bucket and everything configured on it. Names are global; the configurations are JSON text that
 * only the operations of `services/s3/` read, `null` where there is none.
 */
export interface BucketRow {
  readonly name: string;
  /** The account that owns it. */
  readonly account: string;
  readonly region: string;
  readonly created_at: number;
  readonly versioning: '' | 'Enabled' | 'Suspended';
  /** `BucketOwnerEnforced` (no ACLs), `BucketOwnerPreferred` or `ObjectWriter`. */
  readonly object_ownership: string;
  readonly policy: string | null;
  readonly notification: string | null;
  readonly cors: string | null;
  readonly tags: string | null;
  readonly acl: string | null;
  readonly public_access_block: string | null;
  readonly encryption: string | null;
  readonly object_lock: string | null;
}

export type NewBucket = Pick<
  BucketRow,
  | 'name'
  | 'account'
  | 'region'
  | 'created_at'
  | 'object_ownership'
  | 'tags'
  | 'acl'
  | 'public_access_block'
  | 'versioning'
  | 'object_lock'
>;

/** What may change in a bucket's life, and how SQL calls it. */
export type BucketColumn = Exclude<keyof BucketRow, 'name' | 'account' | 'region' | 'created_at'>;

export async function insertBucket(tx: Transaction, bucket: NewBucket): Promise<void> {
  await tx.run(
    `INSERT INTO buckets
       (name, account, region, created_at, versioning, object_ownership, tags, acl,
        public_access_block, object_lock)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    bucket.name,
    bucket.account,
    bucket.region,
    bucket.created_at,
    bucket.versioning,
    bucket.object_ownership,
    bucket.tags,
    bucket.acl,
    bucket.public_access_block,
    bucket.object_lock,
  );
}

export const getBucket = (reader: Reader, name: string): Promise<BucketRow | undefined> =>
  reader.get<BucketRow>('SELECT * FROM buckets WHERE name = ?', name);

/**
 * Sets one configuration, or removes it (`null`). `versioning` and `object_ownership` are never
 * null.
 */
export async function updateBucketColumn(
  tx: Transaction,
  name: string,
  column: BucketColumn,
  value: string | null,
): Promise<void> {
  await tx.run(`UPDATE buckets SET ${column} = ? WHERE name = ?`, value, name);
}

export async function deleteBucketRow(tx: Transaction, name: string): Promise<void> {
  await tx.run('DELETE FROM buckets WHERE name = ?', name);
}

/**
 * The buckets of an account by name, after `after`: those whose names begin with `prefix`, in one
 * region or in all.
 */
export const listBucketRows = (
  reader: Reader,
  filter: { account: string; after: string; prefix: string; region?: string | undefined },
  limit: number,
): Promise<BucketRow[]> =>
  reader.all<BucketRow>(
    `SELECT * FROM buckets
     WHERE account = ? AND name > ? AND substr(name, 1, ?) = ? AND (region = ? OR ? = '')
     ORDER BY name LIMIT ?`,
    filter.account,
    filter.after,
    filter.prefix.length,
    filter.prefix,
    filter.region ?? '',
    filter.region ?? '',
    limit,
  );

export async function countBuckets(reader: Reader, account: string): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM buckets WHERE account = ?',
    account,
  );
  return row?.count ?? 0;
}
