import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { seededRandomness } from '../../src/lib/ids.ts';
import { FAULT_KINDS, type FaultRule } from '../../src/services/faults.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { type Spillway, startSpillway } from '../../src/testing.ts';
import { prepare, QUEUES } from './fan-out-world.ts';
import { type Subscriber, startSubscriber } from './subscriber.ts';

const SCENARIOS = 1000;
const SEED = 20_261_122;
/** Moving time by a day shows that nothing was left; in every so many scenarios. */
const MOVED_EVERY = 50;
const DESTINATIONS = [
  '*',
  'arn:aws:sqs:*',
  'arn:aws:sns:*',
  '*:event-bus/*',
  '*:fanned-a',
  '*:ruled',
  'http:*',
];
/** `direct/12-0`: the first object of scenario 12. */
const KEY = /(?:direct|topic)\/(\d+)-\d+/;

/**
 * One bucket, whose events go to a queue, through a topic to two queues and an HTTP server, and through a rule to a fourth queue. The last two have
 * dead-letter queues. Each scenario puts some objects under some faults. When `settled` answers, each object must have arrived wherever it
 * is owed to or lie in the dead-letter queue there; and nothing may ever arrive in a later scenario, or when time is moved by a day.
 */
describe('settled, under faults', () => {
  let spillway: Spillway;
  let storage: Storage;
  let subscriber: Subscriber;
  let s3: S3Client;
  before(async () => {
    storage = await openSqlite();
    subscriber = await startSubscriber();
    spillway = await startSpillway({ seed: SEED, storage: async () => storage });
    s3 = spillway.client(S3Client);
    await prepare(spillway, subscriber);
  });
  after(async () => {
    await spillway.close();
    await subscriber.close();
  });

  let last = 0;
  /** What came since the last call: `queue key`, and `http key` for what the subscriber took. */
  const arrivals = async (): Promise<Set<string>> => {
    const rows = await storage.read((reader) =>
      reader.all<{ id: number; name: string; body: string }>(
        `SELECT messages.id, name, body FROM messages JOIN queues ON queues.backlog = messages.backlog
         WHERE messages.id > ? ORDER BY messages.id`,
        last,
      ),
    );
    last = rows.at(-1)?.id ?? last;
    return new Set([
      ...rows.map(({ name, body }) => `${name} ${KEY.exec(body)?.[0]}`),
      ...subscriber.taken().map((body) => `http ${KEY.exec(body)?.[0]}`),
    ]);
  };

  it(`is never early, in ${SCENARIOS} random scenarios`, async () => {
    const { random } = seededRandomness(SEED);
    const upTo = (max: number) => Math.floor(random() * (max + 1));
    const pick = <T>(values: readonly T[]) => values[upTo(values.length - 1)] as T;
    const fault = (): FaultRule => ({
      kind: pick(FAULT_KINDS),
      destination: pick(DESTINATIONS),
      times: 1 + upTo(3),
      probability: 0.3 + 0.7 * random(),
      delayMs: upTo(60_000),
    });
    let deadLetters = 0;
    for (let scenario = 0; scenario < SCENARIOS; scenario++) {
      spillway.faults.clear();
      for (let faults = upTo(3); faults > 0; faults--) spillway.faults.add(fault());
      subscriber.refuse(pick([0, 0, 0, 2, 4]));
      const keys = Array.from(
        { length: 1 + upTo(2) },
        (_, i) => `${pick(['direct', 'topic'])}/${scenario}-${i}`,
      );
      await Promise.all(
        keys.map((Key) => s3.send(new PutObjectCommand({ Bucket: 'photos', Key, Body: 'x' }))),
      );
      await spillway.settled();

      const arrived = await arrivals();
      for (const arrival of arrived) {
        assert.equal(Number(KEY.exec(arrival)?.[1]), scenario, `${arrival} came too late`);
        if (arrival.includes('-dead ')) deadLetters++;
      }
      for (const key of keys) {
        const came = (...places: string[]) =>
          assert.ok(
            places.some((place) => arrived.has(`${place} ${key}`)),
            `${key} is not in ${places.join(' or ')}`,
          );
        came('ruled', 'ruled-dead');
        if (key.startsWith('direct/')) came('direct');
        else {
          came('fanned-a');
          came('fanned-b');
          came('http', 'http-dead');
        }
      }
      if (scenario % MOVED_EVERY === 0) await moveByADay(scenario);
    }
    assert.ok(deadLetters > 20, `only ${deadLetters} dead letters: the scenarios are too tame`);
  });

  async function moveByADay(scenario: number): Promise<void> {
    spillway.faults.clear();
    await spillway.clock.advance('1 day');
    assert.deepEqual([...(await arrivals())], [], `scenario ${scenario}: something came later`);
    const sqs = spillway.client(SQSClient);
    for (const queue of QUEUES) {
      const QueueUrl = `${spillway.url}/123456789012/${queue}`;
      await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    }
  }
});
