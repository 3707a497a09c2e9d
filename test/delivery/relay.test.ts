import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import {
  type Destination,
  type Job,
  noBurial,
  type Result,
} from '../../src/delivery/destination.ts';
import {
  CROWDED,
  createRelay,
  LANE_CONCURRENCY_MAX,
  type Relay,
} from '../../src/delivery/relay.ts';
import { type DeliveryRow, insertDelivery } from '../../src/storage/tables/deliveries.ts';
import { insertEvent } from '../../src/storage/tables/events.ts';
import { createTestPlatform, type TestPlatform } from '../support/platform.ts';
import { eventually } from '../support/world.ts';

const EVENT = {
  kind: 's3',
  account: '',
  region: '',
  source: '',
  name: '',
  subject: '',
  payload: '{}',
  settled: null,
  trace: null,
  cause: null,
  hops: 0,
} as const;
const RETRY_MS = 1000;

describe('the relay', () => {
  let platform: TestPlatform;
  let relay: Relay | undefined;
  /** What is being tried, by lane, and how each try ends. */
  let trying: Map<string, ((result: Result) => void)[]>;
  const lanesTried = () => [...trying.keys()].sort();

  const destination = (concurrency: number): Destination => ({
    kind: 's3-topic',
    concurrency,
    async deliver({ delivery: { lane } }: Job) {
      const result = await new Promise<Result>((resolve) => {
        trying.set(lane, [...(trying.get(lane) ?? []), resolve]);
      });
      return async () => result;
    },
    retryAt: async (_tx, _job, _failure, { clock }) => clock.now() + RETRY_MS,
    bury: noBurial,
  });
  const owe = (lanes: readonly string[]) =>
    platform.storage.transaction(async (tx) => {
      for (const lane of lanes) {
        const { ids, clock } = platform;
        const now = clock.now();
        const event = ids.sequence();
        await insertEvent(tx, { ...EVENT, id: event, at: now });
        const named = { kind: 's3-topic', lane, rule: '', payload: null } as const;
        await insertDelivery(tx, { id: ids.sequence(), event_id: event, ...named, now });
      }
    });
  const inState = async (state: DeliveryRow['state']) => {
    const rows = await platform.storage.read((reader) =>
      reader.all<DeliveryRow>('SELECT * FROM deliveries WHERE state = ?', state),
    );
    return rows.map(({ lane }) => lane);
  };
  const start = (concurrency: number) => {
    relay = createRelay(platform, [destination(concurrency)]);
    relay.start();
  };
  const end = async () => {
    const stopped = relay?.stop();
    for (const tries of trying?.values() ?? [])
      for (const finish of tries) finish({ kind: 'delivered' });
    await stopped;
    relay = undefined;
    await platform?.close();
  };

  beforeEach(async () => {
    await end();
    platform = await createTestPlatform();
    trying = new Map();
  });
  after(end);

  it('tries as many deliveries of a lane at once as its destination allows', async () => {
    await owe(['a', 'a', 'a', 'b']);
    start(2);
    await eventually(async () => trying.get('a')?.length === 2 && trying.get('b')?.length === 1);
    trying.get('a')?.[0]?.({ kind: 'delivered' });
    await eventually(async () => trying.get('a')?.length === 3);
  });

  it('serves every lane, however many others hang with however much', async () => {
    const hanging = Array.from({ length: CROWDED }, (_, i) => `hanging-${i}`);
    await owe(hanging.flatMap((lane) => Array.from({ length: LANE_CONCURRENCY_MAX }, () => lane)));
    start(LANE_CONCURRENCY_MAX);
    await eventually(async () => trying.size === CROWDED);
    await owe(['well']);
    await eventually(async () => trying.has('well'));
    trying.get('well')?.[0]?.({ kind: 'delivered' });
    await eventually(async () => (await inState('delivered')).length === 1);
    assert.deepEqual(await inState('delivered'), ['well']);
  });

  it('tries again when the time has come, and not before', async () => {
    await owe(['a']);
    start(1);
    await eventually(async () => trying.get('a')?.length === 1);
    trying.get('a')?.[0]?.({ kind: 'retry', reason: 'busy' });
    await eventually(async () => (platform.clock.nextTimerAt() ?? 0) > platform.clock.now());
    await platform.clock.advance(RETRY_MS / 2, async () => undefined);
    assert.equal(trying.get('a')?.length, 1);
    await platform.clock.advance(RETRY_MS, async () => undefined);
    await eventually(async () => trying.get('a')?.length === 2);
  });

  it('takes up what was owed when it starts, and leaves alone what is settled', async () => {
    await owe(['a', 'b']);
    await platform.storage.transaction((tx) =>
      tx.run("UPDATE deliveries SET state = 'dropped' WHERE lane = 'a'"),
    );
    start(1);
    await eventually(async () => trying.size > 0);
    assert.deepEqual(lanesTried(), ['b']);
  });
});
