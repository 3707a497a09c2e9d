import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';
import {
  type Application,
  photosUntil,
  sample,
  startApplication,
  uploadPhoto,
} from './application.ts';

/** pip may have to fetch what goes into the layer. */
const START_MS_MAX = 240_000;

describe('the pet photos with functions in Python', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pet-photos-python-'));
  let application: Application;
  let s3: S3Client;
  before(
    async () => {
      application = await startApplication({
        dataDir,
        args: ['--python'],
        startMsMax: START_MS_MAX,
      });
      s3 = new S3Client({
        endpoint: application.url,
        region: 'us-east-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
        forcePathStyle: true,
      });
    },
    { timeout: START_MS_MAX },
  );
  after(async () => {
    await application?.end('SIGTERM');
    s3?.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const finished = async (name: string, bytes: Uint8Array) => {
    const key = await uploadPhoto(application, name, bytes);
    const photos = await photosUntil(application, (all) => {
      const photo = all.get(key);
      return photo?.state === 'failed' || (photo?.state === 'recorded' && !!photo.thumbnail_etag);
    });
    return photos.get(key);
  };
  const thumbnailOf = async (key: string | undefined) => {
    const Key = `${key?.replace('uploads/', 'thumbnails/')}.jpg`;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'pet-photos', Key }));
    return sharp(await Body?.transformToByteArray()).metadata();
  };

  it('recognises the German shepherd, and makes its thumbnail', async () => {
    const photo = await finished('rex.jpg', sample('german-shepherd.jpg'));
    assert.equal(photo?.species, 'dog');
    assert.equal(photo?.breed, 'German Shepherd');
    assert.ok((photo?.breed_confidence ?? 0) > 0.8);
    const { format, width, height } = await thumbnailOf(photo?.key);
    assert.deepEqual({ format, width, height }, { format: 'jpeg', width: 512, height: 384 });
  });

  for (const format of ['png', 'webp', 'avif'] as const) {
    it(`takes ${format}, upright`, async () => {
      const sideways = sharp(sample('kitten.jpg')).resize(400).rotate(90);
      const bytes = await sideways.withMetadata({ orientation: 8 }).toFormat(format).toBuffer();
      const photo = await finished(`kitten.${format}`, bytes);
      assert.equal(photo?.species, 'cat');
      const { width = 0, height = 0 } = await thumbnailOf(photo?.key);
      assert.ok(width > height);
    });
  }

  it('says that there is no pet where there is none', async () => {
    const grey = sharp({ create: { width: 300, height: 300, channels: 3, background: 'grey' } });
    assert.equal((await finished('wall.jpg', await grey.jpeg().toBuffer()))?.species, 'none');
  });

  for (const [what, bytes, code] of [
    ['text', Buffer.from('Rex'), 'InvalidImage'],
    ['nothing', Buffer.alloc(0), 'InvalidImage'],
    ['half a photo', sample('german-shepherd.jpg').subarray(0, 90_000), 'InvalidImage'],
  ] as const) {
    it(`sends ${what} to the dead-letter queue, with the reason`, async () => {
      const photo = await finished('bad.jpg', bytes);
      assert.equal(photo?.state, 'failed');
      assert.equal(photo?.failure_code, code);
      assert.match(photo?.failure_message ?? '', /cannot be decoded/);
    });
  }
});
