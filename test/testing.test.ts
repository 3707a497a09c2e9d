import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  HeadObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  RestoreObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type Spillway, startSpillway } from '../src/testing.ts';
import { createFunction, createQueue, feed, queueArn, queueUrl } from './settled/a-function.ts';
import { eventually } from './support/world.ts';

describe('the test kit', () => {
  it('starts several servers at once', async () => {
    const servers = await Promise.all(Array.from({ length: 3 }, () => startSpillway()));
    assert.equal(new Set(servers.map(({ url }) => url)).size, 3);
    await Promise.all(servers.map((server) => server.close()));
  });

  it('keeps a folder of the test, and what is in it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'spillway-kept-'));
    const first = await startSpillway({ dataDir });
    await createQueue(first, 'q');
    await send(first, 'x');
    await first.close();
    const second = await startSpillway({ dataDir });
    assert.deepEqual(await receive(second), ['x']);
    await second.close();
    assert.ok(existsSync(dataDir));
    rmSync(dataDir, { recursive: true });
  });

  it('repeats its faults with its seed', async () => {
    const runs = await Promise.all([1, 1, 2].map(duplicatedKeys));
    assert.ok((runs[0]?.length ?? 0) > 2, 'some are duplicated');
    assert.deepEqual(runs[0], runs[1]);
    assert.notDeepEqual(runs[0], runs[2]);
  });

  for (const kind of ['hang', 'delay'] as const)
    it(`closes at once although a fault holds something: ${kind}`, async () => {
      const spillway = await startSpillway();
      await createQueue(spillway, QUEUE);
      await createFunction(spillway, 'f', 'export const handler = async () => undefined;');
      await feed(spillway, QUEUE, 'f');
      spillway.faults.add({ kind, delayMs: 3_600_000 });
      await send(spillway, 'x');
      await eventually(async () => spillway.faults.list().length === 0);
      const startedAt = performance.now();
      await spillway.close();
      assert.ok(performance.now() - startedAt < 60_000, 'nobody waited for an hour');
    });

  it('refuses what is no fault and no duration', async () => {
    await using spillway = await startSpillway();
    for (const rule of [
      { kind: 'slow' as 'hang' },
      { kind: 'error' as const, times: 0 },
      { kind: 'error' as const, probability: 1.5 },
      { kind: 'delay' as const, delayMs: -1 },
    ])
      assert.throws(() => spillway.faults.add(rule), { code: 'ValidationException' });
    assert.deepEqual(spillway.faults.list(), []);
    await assert.rejects(spillway.clock.advance('soon'), /is no duration/);
  });
});

describe('moving time', () => {
  it('shows messages again when their visibility timeout is over', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q');
    await send(spillway, 'x');
    assert.deepEqual(await receive(spillway), ['x']);
    assert.deepEqual(await receive(spillway), []);
    await spillway.clock.advance('31 seconds');
    assert.deepEqual(await receive(spillway), ['x']);
  });

  it('shows delayed messages, and answers who waits for them', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q', { DelaySeconds: '900' });
    await send(spillway, 'x');
    assert.deepEqual(await receive(spillway), []);
    await spillway.clock.advance('890 seconds');
    const waiting = receive(spillway, 20);
    await new Promise((resolve) => setImmediate(resolve));
    await spillway.clock.advance('10 seconds');
    assert.deepEqual(await waiting, ['x']);
  });

  it('drops messages when their retention is over', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q', { MessageRetentionPeriod: '3600' });
    await send(spillway, 'x');
    await spillway.clock.advance('61 minutes');
    assert.deepEqual(await receive(spillway), []);
  });

  it('makes deliveries be tried again', async () => {
    await using spillway = await startSpillway();
    await notifiedBucket(spillway);
    spillway.faults.add({ kind: 'error', times: 3 });
    await put(spillway, 'a');
    assert.deepEqual(await receive(spillway), []);
    await spillway.clock.advance('10 seconds');
    assert.deepEqual(keysOf(await receive(spillway)), ['a']);
  });

  it('fires schedules, each time of them', async () => {
    await using spillway = await startSpillway();
    await createQueue(spillway, 'q');
    const events = spillway.client(EventBridgeClient);
    await events.send(new PutRuleCommand({ Name: 'r', ScheduleExpression: 'rate(5 minutes)' }));
    await events.send(
      new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'q', Arn: queueArn('q') }] }),
    );
    await spillway.clock.advance('16 minutes');
    const times = (await receive(spillway)).map((body) => Date.parse(JSON.parse(body).time));
    assert.equal(times.length, 3);
    assert.deepEqual(
      times.slice(1).map((time, i) => time - (times[i] ?? 0)),
      [300_000, 300_000],
    );
  });

  it('completes restores from archives, and ends them', async () => {
    await using spillway = await startSpillway({ settings: { restoreDelayMs: 4 * 3_600_000 } });
    await notifiedBucket(spillway, 's3:ObjectRestore:*');
    const s3 = spillway.client(S3Client);
    const object = { Bucket: 'photos', Key: 'a' };
    await s3.send(new PutObjectCommand({ ...object, Body: 'x', StorageClass: 'GLACIER' }));
    await s3.send(new RestoreObjectCommand({ ...object, RestoreRequest: { Days: 1 } }));
    const restore = async () => (await s3.send(new HeadObjectCommand(object))).Restore;
    await spillway.settled();
    assert.match((await restore()) ?? '', /ongoing-request="true"/);
    await spillway.clock.advance('4 hours');
    assert.match((await restore()) ?? '', /ongoing-request="false"/);
    await spillway.clock.advance('3 days');
    assert.equal(await restore(), undefined);
    const names = (await receive(spillway)).map((body) => JSON.parse(body).Records[0].eventName);
    assert.deepEqual(names.sort(), [
      'ObjectRestore:Completed',
      'ObjectRestore:Delete',
      'ObjectRestore:Post',
    ]);
  });

  it('takes a month in which nothing happens in no time', async () => {
    await using spillway = await startSpillway();
    await notifiedBucket(spillway);
    await put(spillway, 'a');
    const startedAt = performance.now();
    await spillway.clock.advance('30 days');
    assert.ok(performance.now() - startedAt < 60_000, 'nobody waited for a month');
  });

  it('adds up when two move it at once', async () => {
    await using spillway = await startSpillway();
    const before = spillway.clock.now();
    await Promise.all([spillway.clock.advance('1 hour'), spillway.clock.advance('1 hour')]);
    assert.ok(spillway.clock.now() - before >= 2 * 3_600_000);
  });
});

const QUEUE = 'q';

async function notifiedBucket(spillway: Spillway, event = 's3:ObjectCreated:*'): Promise<void> {
  await createQueue(spillway, QUEUE);
  const s3 = spillway.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket: 'photos' }));
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: 'photos',
      SkipDestinationValidation: true,
      NotificationConfiguration: {
        QueueConfigurations: [
          { QueueArn: queueArn(QUEUE), Events: [event as 's3:ObjectRestore:*'] },
        ],
      },
    }),
  );
}

/** Which of twenty objects were told twice, when chance decides. */
async function duplicatedKeys(seed: number): Promise<string[]> {
  await using spillway = await startSpillway({ seed });
  await notifiedBucket(spillway);
  spillway.faults.add({ kind: 'duplicate', probability: 0.3, times: 100 });
  for (let i = 0; i < 20; i++) await put(spillway, `${i}`);
  await spillway.settled();
  const keys: string[] = [];
  for (let more = await receive(spillway); more.length > 0; more = await receive(spillway))
    keys.push(...keysOf(more));
  return keys.filter((key, i) => keys.indexOf(key) !== i).sort();
}

const put = (spillway: Spillway, Key: string) =>
  spillway.client(S3Client).send(new PutObjectCommand({ Bucket: 'photos', Key, Body: 'x' }));

const send = (spillway: Spillway, MessageBody: string) =>
  spillway
    .client(SQSClient)
    .send(new SendMessageCommand({ QueueUrl: queueUrl(spillway, QUEUE), MessageBody }));

async function receive(spillway: Spillway, WaitTimeSeconds = 0): Promise<string[]> {
  const { Messages = [] } = await spillway.client(SQSClient).send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl(spillway, QUEUE),
      MaxNumberOfMessages: 10,
      WaitTimeSeconds,
    }),
  );
  return Messages.map(({ Body = '' }) => Body);
}

const keysOf = (bodies: readonly string[]): string[] =>
  bodies.map((body) => JSON.parse(body).Records[0].s3.object.key);
