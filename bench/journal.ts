import { rmSync } from 'node:fs';
import { openSqlite } from '../src/storage/sqlite.ts';
import { insertDelivery, settleDelivery } from '../src/storage/tables/deliveries.ts';
import { insertEvent } from '../src/storage/tables/events.ts';
import { type JournalSearch, searchJournal } from '../src/storage/tables/journal.ts';
import { temporaryFolder } from './in-process-engine.ts';
import { report } from './report.ts';

const EVENTS = 100_000;
const EVENTS_A_TRANSACTION = 1000;
const ROUNDS = 5;
const FOUND_MAX = 100;
const NAMES = ['ObjectCreated:Put', 'ObjectCreated:Copy', 'ObjectRemoved:Delete'] as const;
const STATES = [undefined, 'delivered', 'pending', 'dead', 'dropped'] as const;

/** Some find much, and some read all of the journal to find nothing. */
const SEARCHES: Readonly<Record<string, JournalSearch>> = {
  everything: {},
  'a bucket': { source: 'arn:aws:s3:::bucket-3' },
  'a bucket that is not there': { source: 'arn:aws:s3:::none' },
  'a prefix': { prefix: 'folder-5/' },
  'a prefix that is not there': { prefix: 'nothing/' },
  'a key': { source: 'arn:aws:s3:::bucket-1', subject: 'folder-2/9' },
  'what is pending': { state: 'pending' },
  'what failed': { state: 'failed' },
  'what nobody wanted': { state: 'unmatched' },
  'several things': { state: 'unmatched', name: 'ObjectRemoved:Delete', prefix: 'folder-6/9' },
};

/** How long a search of a journal of 100,000 events takes. */
export async function benchJournal(): Promise<void> {
  const directory = temporaryFolder();
  const storage = await openSqlite({ directory });
  try {
    for (let first = 0; first < EVENTS; first += EVENTS_A_TRANSACTION)
      await storage.transaction(async (tx) => {
        for (let n = first; n < first + EVENTS_A_TRANSACTION; n++) await insert(tx, n);
      });
    const rows: string[] = [];
    for (const [name, search] of Object.entries(SEARCHES)) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const startedAt = performance.now();
        await storage.read((reader) => searchJournal(reader, search, FOUND_MAX));
        times.push(performance.now() - startedAt);
      }
      rows.push(`${name.padEnd(30)}${Math.min(...times).toFixed(1)} ms`);
    }
    report(`Searching a journal of ${EVENTS} events`, rows);
  } finally {
    await storage.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function insert(tx: Parameters<typeof insertEvent>[0], n: number): Promise<void> {
  const state = STATES[n % STATES.length];
  await insertEvent(tx, {
    id: n * 10,
    kind: 's3',
    at: n * 1000,
    account: '',
    region: '',
    source: `arn:aws:s3:::bucket-${n % 4}`,
    name: NAMES[n % NAMES.length] ?? '',
    subject: `folder-${n % 7}/${n}`,
    payload: 'x'.repeat(600),
    settled: null,
    trace: null,
    cause: null,
    hops: 0,
    ...(state === undefined && { outcome: 'unmatched' as const }),
  });
  if (state === undefined) return;
  const named = { kind: 's3-topic', lane: `lane-${n % 3}`, rule: 'r', payload: null } as const;
  await insertDelivery(tx, { id: n * 10 + 1, event_id: n * 10, ...named, now: n });
  if (state !== 'pending') await settleDelivery(tx, n * 10 + 1, state, n, null);
}
