import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { openDatabase } from '../../../examples/pet-photos/database/open-database.ts';
import type { Photo } from '../../../examples/pet-photos/database/photo.ts';
import { freePort } from '../../support/process.ts';
import { eventually } from '../../support/world.ts';
import {
  type Application,
  commandOf,
  photosUntil,
  sample,
  startApplication,
  uploadPhoto,
} from './application.ts';

const PHOTOS = 12;
/** What a dead worker had in hand comes back so soon. */
const VISIBILITY_SECONDS = 3;

describe('kill -9 in the middle', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pet-photos-crash-'));
  const photo = sample('kitten.jpg');
  let port: number;
  let application: Application;
  let sqs: SQSClient;
  let s3: S3Client;

  before(async () => {
    port = await freePort();
    application = await startApplication({ dataDir, port });
    const client = {
      endpoint: application.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    sqs = new SQSClient(client);
    s3 = new S3Client({ ...client, forcePathStyle: true });
    await sqs.send(
      new SetQueueAttributesCommand({
        QueueUrl: await queueUrl('pet-photos'),
        Attributes: { VisibilityTimeout: String(VISIBILITY_SECONDS) },
      }),
    );
  });
  after(async () => {
    await application?.end('SIGTERM');
    sqs?.destroy();
    s3?.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const queueUrl = async (name: string) =>
    (await sqs.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl as string;

  /** Uploads that die with the server are not acknowledged, and are not counted. */
  const uploadAll = async () => {
    const keys: string[] = [];
    for (let i = 0; i < PHOTOS; i++)
      keys.push(await uploadPhoto(application, `${i}.jpg`, photo).catch(() => ''));
    return keys.filter(Boolean);
  };
  const recordedOf = (photos: ReadonlyMap<string, Photo>) =>
    [...photos.values()].filter(({ state }) => state === 'recorded').length;

  /**
   * Every object of the bucket is one recorded row, and nothing else is; no queue holds anything.
   */
  const checkRecordedOnce = async () => {
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: 'pet-photos', Prefix: 'uploads/' }),
    );
    const stored = Contents.map(({ Key }) => Key);
    await photosUntil(
      application,
      (photos) => stored.every((key) => photos.get(key ?? '')?.state === 'recorded'),
      90_000,
    );
    const database = await openDatabase(join(dataDir, 'pet-photos.db'));
    const rows = await database.changedSince(0, 1_000);
    await database.close();
    assert.deepEqual(rows.map(({ key }) => key).sort(), stored.sort());
    assert.ok(rows.every(({ species }) => species === 'cat'));
    for (const name of ['pet-photos', 'pet-photos-dead-letters'])
      await eventually(async () => (await messagesIn(name)) === 0, 30_000);
  };
  const messagesIn = async (name: string) => {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: await queueUrl(name),
        AttributeNames: [...names],
      }),
    );
    return names.reduce((sum, each) => sum + Number(Attributes[each]), 0);
  };

  it('of a worker: every photo is recorded exactly once', async () => {
    const uploads = uploadAll();
    await photosUntil(application, (photos) => recordedOf(photos) >= 3);
    const [worker] = application.pids('worker/main.ts');
    process.kill(worker as number, 'SIGKILL');
    assert.equal((await uploads).length, PHOTOS);
    await checkRecordedOnce();
    assert.match(application.output(), /The worker \d ended \(SIGKILL\); it is started again/);
  });

  it('of the server: every photo is recorded exactly once', async () => {
    const uploads = uploadAll();
    await photosUntil(application, (photos) => recordedOf(photos) >= PHOTOS + 3);
    const [server] = application.pids('serve');
    process.kill(server as number, 'SIGKILL');
    await uploads;
    // Up again by itself, and whatever was acknowledged is there.
    await eventually(
      async () => (await fetch(`${application.url}/_spillway/health`).catch(() => undefined))?.ok,
      30_000,
    );
    await checkRecordedOnce();
  });

  it('of `npm start` itself: nothing outlives it, and all is there again', async () => {
    const children = application.pids('');
    assert.ok(children.length >= 3);
    await application.end('SIGKILL');
    await eventually(async () => children.every((pid) => commandOf(pid) === ''), 20_000);
    application = await startApplication({ dataDir, port });
    const key = await uploadPhoto(application, 'after.jpg', photo);
    await photosUntil(application, (photos) => photos.get(key)?.state === 'recorded');
    await checkRecordedOnce();
  });

  it('ends with 0 and leaves nothing running when it is told to', async () => {
    const children = application.pids('');
    await application.end('SIGTERM');
    await eventually(async () => children.every((pid) => commandOf(pid) === ''), 10_000);
  });
});
