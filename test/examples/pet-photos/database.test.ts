import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Connection } from '../../../examples/pet-photos/database/connection.ts';
import { createDatabase, type Database } from '../../../examples/pet-photos/database/database.ts';
import { createTables } from '../../../examples/pet-photos/database/open-database.ts';
import { connectPostgres } from '../../../examples/pet-photos/database/postgres.ts';
import { connectSqlite } from '../../../examples/pet-photos/database/sqlite.ts';
import { startPostgres } from './postgres-server.ts';

const KEY = 'uploads/rex.jpg';
const DOG = {
  species: 'dog',
  speciesConfidence: 0.9,
  breed: 'beagle',
  breedConfidence: 0.8,
  from: 10,
  to: 20,
} as const;

const postgres = await startPostgres();
after(() => postgres.close());

const ENGINES: Readonly<Record<string, () => Promise<Connection>>> = {
  SQLite: async () => connectSqlite(':memory:'),
  PostgreSQL: async () => {
    await postgres.empty();
    return connectPostgres(postgres.url);
  },
};

/** What a worker does on each event; it may be done late, again and in any order. */
type Step = (database: Database, key?: string) => Promise<unknown>;
const sequencer = (number: number) => String(number).padStart(32, '0');
const upload =
  (number: number): Step =>
  async (database, key = KEY) => {
    const event = {
      key,
      sequencer: sequencer(number),
      sizeBytes: number,
      at: number,
      receivedAt: 1,
    };
    const photo = await database.uploaded(event);
    if (photo?.state === 'uploaded') await database.recorded(photo, DOG);
  };
const failure =
  (number: number): Step =>
  async (database, key = KEY) => {
    const event = {
      key,
      sequencer: sequencer(number),
      sizeBytes: number,
      at: number,
      receivedAt: 1,
    };
    const photo = await database.uploaded(event);
    if (photo) await database.failed(photo, { code: 'InvalidImage', message: 'no' });
  };
const removal =
  (number: number): Step =>
  (database, key = KEY) =>
    database.removed({ key, sequencer: sequencer(number), at: number });
const thumbnail: Step = (database, key = KEY) =>
  database.thumbnailed({ photoKey: key, etag: 'thumb', at: 1 });

for (const [engine, connect] of Object.entries(ENGINES)) {
  describe(`the database of the pet photos on ${engine}`, () => {
    const fresh = async () => {
      const connection = await connect();
      await createTables(connection);
      return createDatabase(connection);
    };

    it('creates its tables again without harm', async () => {
      const connection = await connect();
      await createTables(connection);
      await createTables(connection);
      await connection.close();
    });

    it('keeps times and confidences', async () => {
      const database = await fresh();
      await upload(1)(database);
      const photo = await database.photo(KEY);
      assert.equal(photo?.state, 'recorded');
      assert.equal(photo?.identified_at, 20);
      assert.equal(photo?.breed_confidence, 0.8);
      await database.close();
    });

    it('tells changes in their order, each photo once', async () => {
      const database = await fresh();
      await upload(1)(database);
      await thumbnail(database);
      const [photo, ...others] = await database.changedSince(0, 10);
      assert.deepEqual(others, []);
      assert.equal(photo?.thumbnail_etag, 'thumb');
      assert.deepEqual(await database.changedSince(photo?.revision ?? 0, 10), []);
      await database.close();
    });

    it('tries a failed photo again, and records it', async () => {
      const database = await fresh();
      await failure(1)(database);
      assert.equal((await database.photo(KEY))?.failure_code, 'InvalidImage');
      await upload(1)(database);
      const photo = await database.photo(KEY);
      assert.equal(photo?.state, 'recorded');
      assert.equal(photo?.failure_code, null);
      await database.close();
    });

    it('does not want the thumbnail of a photo that was removed', async () => {
      const database = await fresh();
      await removal(2)(database);
      assert.equal(await thumbnail(database), false);
      await database.close();
    });

    it('ends the same whatever comes twice, late or in another order', async () => {
      const steps = [upload(1), removal(2), upload(3), thumbnail];
      const repeated = fc
        .array(fc.nat({ max: steps.length - 1 }), { maxLength: 8 })
        .chain((extra) =>
          fc.shuffledSubarray([0, 1, 2, 3, ...extra], { minLength: 4 + extra.length }),
        );
      const database = await fresh();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(repeated, async (order) => {
          const key = `uploads/${run++}.jpg`;
          for (const index of order) await steps[index]?.(database, key);
          const photo = await database.photo(key);
          assert.equal(photo?.state, 'recorded');
          assert.equal(photo?.size_bytes, 3);
        }),
        { numRuns: 60 },
      );
      await database.close();
    });
  });
}
