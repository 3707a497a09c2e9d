import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGroupCommit, type WriteConnection } from '../../src/storage/group-commit.ts';
import { createSignals } from '../../src/storage/signals.ts';
import { engines } from '../support/engines.ts';

/** A connection that notes what is asked of it, and fails where told. */
function recordingConnection(failAt: Partial<Record<keyof WriteConnection, number>> = {}) {
  const calls: string[] = [];
  const counts = new Map<string, number>();
  const note = (name: keyof WriteConnection) => async () => {
    calls.push(name);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (failAt[name] === count) throw new Error(`${name} failed`);
  };
  const connection: WriteConnection = {
    begin: note('begin'),
    commit: note('commit'),
    rollback: note('rollback'),
    savepoint: note('savepoint'),
    release: note('release'),
    rollbackToSavepoint: note('rollbackToSavepoint'),
    get: async () => undefined,
    all: async () => [],
    run: async () => 0,
  };
  return { connection, calls };
}

const outcomes = async (promises: Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map((result) =>
    result.status === 'fulfilled' ? result.value : String(result.reason),
  );

describe('group commit', () => {
  it('commits once for all that wait together', async () => {
    const { connection, calls } = recordingConnection();
    const { transaction } = createGroupCommit(connection, createSignals());
    const values = await Promise.all([1, 2, 3].map((n) => transaction(async () => n)));
    assert.deepEqual(values, [1, 2, 3]);
    assert.equal(calls.filter((call) => call === 'commit').length, 1);
  });

  it('leaves to the next group whom a free disk need not wait for', async () => {
    const { connection, calls } = recordingConnection();
    const flush = async () => {
      calls.push('flush');
    };
    const { transaction } = createGroupCommit({ ...connection, flush }, createSignals());
    await Promise.all(Array.from({ length: 80 }, (_, n) => transaction(async () => n)));
    const sizes = calls
      .join()
      .split('begin')
      .map((group) => group.split('savepoint').length - 1);
    assert.deepEqual(sizes, [0, 32, 32, 16]);
  });

  it('takes whoever comes into the group while the disk is busy', async () => {
    const { connection, calls } = recordingConnection();
    const disk = Promise.withResolvers<void>();
    const { transaction } = createGroupCommit(
      { ...connection, flush: () => disk.promise },
      createSignals(),
    );
    const all = Array.from({ length: 80 }, (_, n) => transaction(async () => n));
    while (calls.filter((call) => call === 'savepoint').length < 80)
      await new Promise((resolve) => setImmediate(resolve));
    assert.equal(calls.filter((call) => call === 'commit').length, 1, 'the second group is open');
    disk.resolve();
    await Promise.all(all);
    assert.equal(calls.filter((call) => call === 'commit').length, 2);
  });

  it('tells everybody when the commit fails, and goes on with the next group', async () => {
    const { connection } = recordingConnection({ commit: 1 });
    const { transaction } = createGroupCommit(connection, createSignals());
    const first = await outcomes([transaction(async () => 1), transaction(async () => 2)]);
    assert.deepEqual(first, ['Error: commit failed', 'Error: commit failed']);
    assert.equal(await transaction(async () => 3), 3);
  });

  it('tells everybody when no transaction can begin', async () => {
    const { connection } = recordingConnection({ begin: 1 });
    const { transaction } = createGroupCommit(connection, createSignals());
    const first = await outcomes([transaction(async () => 1), transaction(async () => 2)]);
    assert.deepEqual(first, ['Error: begin failed', 'Error: begin failed']);
    assert.equal(await transaction(async () => 3), 3);
  });

  it('fires signals and actions after the commit, and only of transactions that succeeded', async () => {
    const { connection, calls } = recordingConnection();
    const signals = createSignals();
    const { transaction } = createGroupCommit(connection, signals);
    signals.on('news', () => calls.push('news'));
    await outcomes([
      transaction(async (tx) => {
        tx.wake('news');
        tx.afterCommit(() => calls.push('action'));
      }),
      transaction(async (tx) => {
        tx.afterCommit(() => calls.push('action of a failure'));
        throw new Error('no');
      }),
    ]);
    assert.deepEqual(calls.slice(calls.indexOf('commit')), ['commit', 'action', 'news']);
  });

  for (const { name, open } of engines) {
    it(`undoes one failing transaction of a group and keeps the others (${name})`, async () => {
      const storage = await open();
      const put = (key: string, fails = false) =>
        storage.transaction(async (tx) => {
          await tx.run('INSERT INTO settings (name, value) VALUES (?, ?)', key, 'v');
          if (fails) throw new Error('no');
        });
      await outcomes([put('a'), put('b', true), put('a'), put('c')]);
      const rows = await storage.read((reader) =>
        reader.all<{ name: string }>("SELECT name FROM settings WHERE name IN ('a', 'b', 'c')"),
      );
      assert.deepEqual(rows.map((row) => row.name).sort(), ['a', 'c']);
      await storage.close();
    });
  }
});
