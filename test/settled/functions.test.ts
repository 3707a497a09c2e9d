import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AddPermissionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  DeletePublicAccessBlockCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { seededRandomness } from '../../src/lib/ids.ts';
import { FAULT_KINDS, type FaultRule } from '../../src/services/faults.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { type Spillway, startSpillway } from '../../src/testing.ts';
import {
  createFunction,
  createQueue,
  deadLetters,
  feed,
  functionArn,
  queueArn,
} from './a-function.ts';

const SCENARIOS = 20;
const SEED = 20_261_123;
const DESTINATIONS = ['*', functionArn('note'), functionArn('count'), queueArn('*')];
const KEY = /(?:good|fails|poison)-(\d+)-\d+/;

/** Runs for each new object, by S3: writes a note of it. Some it does not like. */
const NOTE = `
export async function handler({ Records }) {
  for (const { s3 } of Records) {
    if (s3.object.key.startsWith('fails')) throw new Error('told to fail');
    await put('notes', s3.object.key);
  }
}`;

/** Is fed from the queue of notes. Some it fails, one by one. */
const COUNT = `
export async function handler({ Records }) {
  const batchItemFailures = [];
  for (const { messageId, body } of Records)
    for (const { s3 } of JSON.parse(body).Records)
      if (s3.object.key.startsWith('poison')) batchItemFailures.push({ itemIdentifier: messageId });
      else await put('done', s3.object.key);
  return { batchItemFailures };
}`;

/**
 * inbox -> function `note` (or its dead-letter queue) -> object in notes -> queue -> function `count` (or the queue's dead-letter queue) -> object
 * in done. Real functions, whose own writes cause more.
 */
describe('settled, with functions', () => {
  let spillway: Spillway;
  let storage: Storage;
  before(async () => {
    storage = await openSqlite();
    spillway = await startSpillway({ seed: SEED, storage: async () => storage });
    await prepare(spillway);
  });
  after(() => spillway.close());

  let last = 0;
  /** What came to its end since the last call: `place key`. */
  const arrivals = async (): Promise<Set<string>> => {
    const rows = await storage.read((reader) =>
      reader.all<{ id: number; place: string; text: string }>(
        `SELECT messages.id, name AS place, body AS text
         FROM messages JOIN queues ON queues.backlog = messages.backlog WHERE messages.id > ?
         UNION ALL SELECT sequence, bucket, key FROM objects WHERE bucket = 'done' AND sequence > ?
         ORDER BY 1`,
        last,
        last,
      ),
    );
    last = rows.at(-1)?.id ?? last;
    return new Set(rows.map(({ place, text }) => `${place} ${KEY.exec(text)?.[0]}`));
  };

  it(`is never early, in ${SCENARIOS} random scenarios`, async () => {
    const { random } = seededRandomness(SEED);
    const upTo = (max: number) => Math.floor(random() * (max + 1));
    const pick = <T>(values: readonly T[]) => values[upTo(values.length - 1)] as T;
    const fault = (): FaultRule => ({
      kind: pick(FAULT_KINDS),
      destination: pick(DESTINATIONS),
      times: 1 + upTo(2),
      probability: 0.3 + 0.7 * random(),
      delayMs: upTo(120_000),
    });
    for (let scenario = 0; scenario < SCENARIOS; scenario++) {
      spillway.faults.clear();
      for (let faults = upTo(3); faults > 0; faults--) spillway.faults.add(fault());
      const keys = Array.from(
        { length: 1 + upTo(3) },
        (_, i) => `${pick(['good', 'good', 'fails', 'poison'])}-${scenario}-${i}`,
      );
      await Promise.all(
        keys.map((Key) =>
          spillway.client(S3Client).send(new PutObjectCommand({ Bucket: 'inbox', Key, Body: 'x' })),
        ),
      );
      await spillway.settled();

      const arrived = await arrivals();
      for (const arrival of arrived)
        assert.equal(Number(KEY.exec(arrival)?.[1]), scenario, `${arrival} came too late`);
      for (const key of keys) {
        // A fault may use up what a message may be received; then good notes are dead letters, too.
        const places = key.startsWith('fails') ? ['note-dead'] : ['done', 'count-dead'];
        assert.ok(
          places.some((place) => arrived.has(`${place} ${key}`)),
          `${key} is not in ${places.join(' or ')}`,
        );
        if (key.startsWith('poison')) assert.ok(!arrived.has(`done ${key}`));
      }
    }
    spillway.faults.clear();
    await spillway.clock.advance('1 day');
    assert.deepEqual([...(await arrivals())], [], 'something came later');
  });
});

async function prepare(spillway: Spillway): Promise<void> {
  const s3 = spillway.client(S3Client);
  for (const queue of ['note-dead', 'count-dead']) await createQueue(spillway, queue);
  await createQueue(spillway, 'notes', deadLetters('count-dead', 3));
  await createFunction(spillway, 'note', NOTE, 'note-dead');
  await createFunction(spillway, 'count', COUNT);
  await feed(spillway, 'notes', 'count', {
    BatchSize: 5,
    MaximumBatchingWindowInSeconds: 3,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
  for (const Bucket of ['inbox', 'notes', 'done']) {
    await s3.send(new CreateBucketCommand({ Bucket }));
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${Bucket}/*`,
      },
    });
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  }
  await spillway.client(LambdaClient).send(
    new AddPermissionCommand({
      FunctionName: 'note',
      StatementId: 's3',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
    }),
  );
  const Events = ['s3:ObjectCreated:*' as const];
  const tell = (Bucket: string, NotificationConfiguration: object) =>
    s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket,
        SkipDestinationValidation: true,
        NotificationConfiguration,
      }),
    );
  await tell('inbox', {
    LambdaFunctionConfigurations: [{ LambdaFunctionArn: functionArn('note'), Events }],
  });
  await tell('notes', { QueueConfigurations: [{ QueueArn: queueArn('notes'), Events }] });
}
