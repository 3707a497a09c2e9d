import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeImage, readImageHeader } from '@spillway/pet-recognition';
import sharp from 'sharp';
import { decodeViews } from '../../packages/pet-recognition/src/decode-image.ts';
import { photo } from './photos.ts';

const invalid: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', new Uint8Array()],
  ['text', Buffer.from('not an image')],
  ['the first kilobyte of a JPEG', photo('german-shepherd.jpg').subarray(0, 1000)],
  ['two thirds of a JPEG', photo('chelsea.jpg').subarray(0, 20_000)],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"/>')],
];

for (const [name, image] of invalid)
  test(`${name} is refused`, async () => {
    await assert.rejects(decodeImage(image, 100), {
      name: 'RecognitionError',
      code: 'InvalidImage',
    });
  });

test('an image of more than 40 megapixels is refused before it is decoded', async () => {
  const bomb = await solid(8000, 5001, 'black').png().toBuffer();
  await assert.rejects(decodeImage(bomb, 100), { code: 'ImageTooLarge' });
});

test('a header tells format and size', async () => {
  assert.deepEqual(await readImageHeader(photo('german-shepherd.jpg')), {
    format: 'jpeg',
    width: 1024,
    height: 768,
  });
});

test('a photo is shrunk to fit, and never enlarged', async () => {
  const large = await decodeImage(photo('german-shepherd.jpg'), 256);
  assert.deepEqual([large.width, large.height, large.rgb.length], [256, 192, 256 * 192 * 3]);
  const small = await decodeImage(photo('chelsea.jpg'), 1000);
  assert.deepEqual([small.width, small.height], [451, 300]);
});

test('a photo taken with a turned camera is set upright', async () => {
  const turned = await solid(60, 40, 'red').jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const header = await readImageHeader(turned);
  assert.deepEqual([header.width, header.height], [40, 60]);
  const pixels = await decodeImage(turned, 100);
  assert.deepEqual([pixels.width, pixels.height], [40, 60]);
});

test('transparency and grey become plain colours', async () => {
  const clear = await solid(10, 10, '#ff000000').png().toBuffer();
  assert.deepEqual([...(await decodeImage(clear, 10)).rgb.slice(0, 3)], [255, 255, 255]);
  const grey = await solid(10, 10, '#808080').greyscale().png().toBuffer();
  assert.deepEqual([...(await decodeImage(grey, 10)).rgb.slice(0, 3)], [128, 128, 128]);
});

test('of a wide image, its middle and what draws the eye are seen', async () => {
  const thirds = await solid(300, 100, 'black')
    .composite([
      { input: await solid(100, 100, '#101010').png().toBuffer(), left: 100, top: 0 },
      { input: await sharp(photo('chelsea.jpg')).resize(100, 100).toBuffer(), left: 200, top: 0 },
    ])
    .png()
    .toBuffer();
  const [middle, salient] = await decodeViews(thirds, 70);
  assert.equal(middle?.length, 70 * 70 * 3);
  assert.ok(middle?.every((value) => value === 0x10));
  assert.equal(salient?.length, 70 * 70 * 3);
  const mean = (salient?.reduce((sum, value) => sum + value, 0) ?? 0) / (70 * 70 * 3);
  assert.ok(mean > 100, `the cat is bright, but the mean is ${mean}`);
});

const solid = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } });
