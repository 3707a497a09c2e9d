import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  DeleteObjectCommand,
  GetBucketNotificationConfigurationCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import sharp from 'sharp';
import { dropPhotos } from '../../../examples/pet-photos/time-line/drop-photos.ts';
import { drawTimeLine, spanOf } from '../../../examples/pet-photos/time-line/time-line.ts';
import { eventually } from '../../support/world.ts';
import {
  type Application,
  photosUntil,
  sample,
  startApplication,
  uploadPhoto,
} from './application.ts';

const LARGE_BYTES = 5 * 1024 * 1024;

describe('the pet-photo pipeline', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pet-photos-'));
  let application: Application;
  let s3: S3Client;
  let sqs: SQSClient;
  before(async () => {
    application = await startApplication({ dataDir });
    const client = {
      endpoint: application.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    s3 = new S3Client({ ...client, forcePathStyle: true });
    sqs = new SQSClient(client);
  });
  after(async () => {
    await application?.end('SIGTERM');
    s3?.destroy();
    sqs?.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const put = (key: string, body: Uint8Array) =>
    s3.send(new PutObjectCommand({ Bucket: 'pet-photos', Key: key, Body: body }));
  const finished = async (key: string) => {
    const photos = await photosUntil(application, (all) => {
      const photo = all.get(key);
      return photo?.state === 'recorded' && photo.thumbnail_etag !== null;
    });
    return photos.get(key);
  };
  const thumbnailOf = async (key: string) => {
    const { Body } = await s3.send(
      new GetObjectCommand({
        Bucket: 'pet-photos',
        Key: `${key.replace('uploads/', 'thumbnails/')}.jpg`,
      }),
    );
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    return { bytes, ...(await sharp(bytes).metadata()) };
  };

  it('says nothing but where everything is', () => {
    assert.match(application.output(), /Gallery {3}http:\/\/127\.0\.0\.1:\d+\n {2}Console/);
  });

  it('recognises the German shepherd, and makes its thumbnail', async () => {
    const key = await uploadPhoto(
      application,
      'my dög + friend.jpg',
      sample('german-shepherd.jpg'),
    );
    const photo = await finished(key);
    assert.equal(photo?.species, 'dog');
    assert.equal(photo?.breed, 'German shepherd');
    assert.ok((photo?.breed_confidence ?? 0) > 0.8);
    const { format, width, height } = await thumbnailOf(key);
    assert.deepEqual({ format, width, height }, { format: 'jpeg', width: 512, height: 384 });
  });

  for (const format of ['png', 'webp', 'avif'] as const) {
    it(`takes ${format}`, async () => {
      const key = `uploads/kitten.${format}`;
      const bytes = await sharp(sample('kitten.jpg')).resize(400).toFormat(format).toBuffer();
      await put(key, bytes);
      assert.equal((await finished(key))?.species, 'cat');
      assert.equal((await thumbnailOf(key)).format, 'jpeg');
    });
  }

  it('turns a photo upright that was taken on its side', async () => {
    const key = 'uploads/sideways.jpg';
    const sideways = sharp(sample('german-shepherd.jpg'))
      .rotate(90)
      .withMetadata({ orientation: 8 });
    await put(key, await sideways.jpeg().toBuffer());
    assert.equal((await finished(key))?.breed, 'German shepherd');
    const { width, height } = await thumbnailOf(key);
    assert.ok((width ?? 0) > (height ?? 0));
  });

  it('removes the thumbnail of a photo that is removed, and marks its row', async () => {
    const key = 'uploads/leaves.jpg';
    await put(key, sample('chelsea.jpg'));
    await finished(key);
    await s3.send(new DeleteObjectCommand({ Bucket: 'pet-photos', Key: key }));
    await photosUntil(application, (all) => all.get(key)?.state === 'removed');
    await eventually(async () => {
      const head = new HeadObjectCommand({
        Bucket: 'pet-photos',
        Key: 'thumbnails/leaves.jpg.jpg',
      });
      return s3.send(head).then(
        () => false,
        (error) => error instanceof NotFound,
      );
    });
  });

  it('tells the archive of removals and of large photos', async () => {
    await put(
      'uploads/large.jpg',
      Buffer.concat([sample('kitten.jpg'), Buffer.alloc(LARGE_BYTES)]),
    );
    const { QueueUrl } = await sqs.send(
      new GetQueueUrlCommand({ QueueName: 'pet-photos-archive' }),
    );
    const news = new Set<string>();
    await eventually(async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      for (const { Body = '{}' } of Messages) news.add(JSON.parse(Body).Message);
      const all = [...news].join('\n');
      return all.includes('"ObjectRemoved:Delete"') && all.includes('uploads/large.jpg, 5');
    }, 30_000);
  });

  it('asks the admin by mail to confirm', async () => {
    const mailbox = await fetch(`${application.url}/_spillway/mailbox`);
    const { mails } = (await mailbox.json()) as { mails: { recipient: string }[] };
    assert.deepEqual([...new Set(mails.map(({ recipient }) => recipient))], ['admin@example.com']);
  });

  it('is configured as S3 lets it be', async () => {
    const configuration = await s3.send(
      new GetBucketNotificationConfigurationCommand({ Bucket: 'pet-photos' }),
    );
    assert.deepEqual(
      configuration.QueueConfigurations?.map(({ Id, Events }) => [Id, Events]),
      [
        ['IdentifyPhotos', ['s3:ObjectCreated:*']],
        ['NoteThumbnails', ['s3:ObjectCreated:*']],
      ],
    );
    assert.deepEqual(configuration.TopicConfigurations?.[0]?.Events, ['s3:ObjectRemoved:*']);
    assert.ok(configuration.EventBridgeConfiguration);
  });

  it('is limited by inference alone when 30 photos come at once', async (t) => {
    const keys = await dropPhotos(s3, 'pet-photos', 30);
    const photos = await photosUntil(application, (all) =>
      keys.every((key) => all.get(key)?.state === 'recorded'),
    );
    const spans = keys.flatMap((key) => {
      const photo = photos.get(key);
      return photo ? [spanOf(photo)] : [];
    });
    const { text, identifying, milliseconds } = drawTimeLine(spans);
    t.diagnostic(`30 photos in ${milliseconds} ms, ${Math.round(identifying * 100)} % identifying`);
    for (const line of text.split('\n')) t.diagnostic(line);
    assert.ok(identifying > 0.7, `a photo was being identified ${identifying} of the time`);
  });
});
