import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage, StorageError } from '../../../src/storage/storage.ts';
import {
  countBuckets,
  deleteBucketRow,
  getBucket,
  insertBucket,
  listBucketRows,
  type NewBucket,
  updateBucketColumn,
} from '../../../src/storage/tables/buckets.ts';
import { engines } from '../../support/engines.ts';

const ACCOUNT = '123456789012';

const bucket = (name: string, more: Partial<NewBucket> = {}): NewBucket => ({
  name,
  account: ACCOUNT,
  region: 'us-east-1',
  created_at: 1_700_000_000_000,
  versioning: '',
  object_ownership: 'BucketOwnerEnforced',
  tags: null,
  acl: null,
  public_access_block: '{}',
  object_lock: null,
  ...more,
});

for (const engine of engines)
  describe(`buckets on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());

    test('a bucket is made once, configured and deleted', async () => {
      await storage.transaction((tx) => insertBucket(tx, bucket('one')));
      await assert.rejects(
        storage.transaction((tx) => insertBucket(tx, bucket('one', { account: 'other' }))),
        (error: StorageError) => error.kind === 'unique',
      );
      const get = () => storage.read((reader) => getBucket(reader, 'one'));
      assert.deepEqual(
        { ...(await get()) },
        {
          ...bucket('one'),
          versioning: '',
          policy: null,
          notification: null,
          cors: null,
          encryption: null,
        },
      );
      for (const value of ['{"Version":"2012-10-17"}', null]) {
        await storage.transaction((tx) => updateBucketColumn(tx, 'one', 'policy', value));
        assert.equal((await get())?.policy, value);
      }
      await storage.transaction((tx) => deleteBucketRow(tx, 'one'));
      assert.equal(await get(), undefined);
    });

    test('buckets are listed by name, for an account, a prefix and a region', async () => {
      await storage.transaction(async (tx) => {
        for (const name of ['b-2', 'a-1', 'b-1', 'b%']) await insertBucket(tx, bucket(name));
        await insertBucket(tx, bucket('b-3', { region: 'eu-west-1' }));
        await insertBucket(tx, bucket('c-1', { account: 'other' }));
      });
      const list = async (filter: object, limit = 10) =>
        (
          await storage.read((reader) =>
            listBucketRows(reader, { account: ACCOUNT, after: '', prefix: '', ...filter }, limit),
          )
        ).map(({ name }) => name);
      assert.deepEqual(await list({}), ['a-1', 'b%', 'b-1', 'b-2', 'b-3']);
      assert.deepEqual(await list({ prefix: 'b-' }, 2), ['b-1', 'b-2']);
      assert.deepEqual(await list({ prefix: 'b-', after: 'b-1' }), ['b-2', 'b-3']);
      assert.deepEqual(await list({ region: 'eu-west-1' }), ['b-3']);
      assert.equal(await storage.read((reader) => countBuckets(reader, ACCOUNT)), 5);
      assert.equal(await storage.read((reader) => countBuckets(reader, 'nobody')), 0);
    });
  });
