import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DetectLabelsRequest } from '../../../src/aws/models/rekognition.ts';
import { readDetectLabelsRequest } from '../../../src/services/rekognition/detect-labels-request.ts';

const S3Object = { Bucket: 'photos', Name: 'uploads/a b.jpg' };
const Image = { S3Object };
const bytes = new Uint8Array(3);

test('without features, labels are meant', () => {
  assert.deepEqual(readDetectLabelsRequest({ Image, MaxLabels: 10 }), {
    image: { s3: { Bucket: 'photos', Key: 'uploads/a b.jpg' } },
    labels: { MaxLabels: 10, MinConfidence: undefined },
    colorsMax: undefined,
  });
});

test('properties alone, of bytes that were sent along', () => {
  const wanted = readDetectLabelsRequest({
    Image: { Bytes: bytes },
    Features: ['IMAGE_PROPERTIES'],
  });
  assert.deepEqual(wanted, { image: { bytes }, labels: undefined, colorsMax: 10 });
});

test('both features with all their settings', () => {
  const GeneralLabels = { LabelInclusionFilters: ['Dog'] };
  const wanted = readDetectLabelsRequest({
    Image: { S3Object: { ...S3Object, Version: 'v1' } },
    MinConfidence: 0,
    Features: ['GENERAL_LABELS', 'IMAGE_PROPERTIES'],
    Settings: { GeneralLabels, ImageProperties: { MaxDominantColors: 3 } },
  });
  assert.deepEqual(wanted, {
    image: { s3: { Bucket: 'photos', Key: 'uploads/a b.jpg', VersionId: 'v1' } },
    labels: { ...GeneralLabels, MaxLabels: undefined, MinConfidence: 0 },
    colorsMax: 3,
  });
});

const properties = { Image, Features: ['IMAGE_PROPERTIES'] };
const refused: readonly (readonly [string, DetectLabelsRequest])[] = [
  ['no image', { Image: {} }],
  ['two images', { Image: { Bytes: bytes, S3Object } }],
  ['no bytes', { Image: { Bytes: new Uint8Array() } }],
  ['more than 5 MB of bytes', { Image: { Bytes: new Uint8Array(5_242_881) } }],
  ['no bucket', { Image: { S3Object: { Name: 'a' } } }],
  ['a bucket with a slash', { Image: { S3Object: { Bucket: 'a/bc', Name: 'a' } } }],
  ['a short bucket', { Image: { S3Object: { Bucket: 'ab', Name: 'a' } } }],
  ['no key', { Image: { S3Object: { Bucket: 'photos' } } }],
  ['a long key', { Image: { S3Object: { Bucket: 'photos', Name: 'a'.repeat(1025) } } }],
  ['an empty version', { Image: { S3Object: { ...S3Object, Version: '' } } }],
  ['fewer than no labels', { Image, MaxLabels: -1 }],
  ['half a label', { Image, MaxLabels: 1.5 }],
  ['confidence below 0', { Image, MinConfidence: -0.1 }],
  ['confidence above 100', { Image, MinConfidence: 100.1 }],
  ['confidence that is no number', { Image, MinConfidence: Number.NaN }],
  ['an unknown feature', { Image, Features: ['FACES'] }],
  ['three features', { Image, Features: ['GENERAL_LABELS', 'GENERAL_LABELS', 'GENERAL_LABELS'] }],
  ['101 filters', filters(Array(101).fill('Dog'))],
  ['a long filter', filters(['a'.repeat(51)])],
  ['a filter with other characters', filters(['Dög'])],
  ['labels to be limited that are not asked for', { ...properties, MaxLabels: 1 }],
  ['labels to be sure that are not asked for', { ...properties, MinConfidence: 1 }],
  ['labels to be filtered that are not asked for', { ...filters([]), ...properties }],
  ['colours that are not asked for', { Image, Settings: { ImageProperties: {} } }],
  ['too many colours', colors(13)],
  ['half a colour', colors(0.5)],
  ['fewer than no colours', colors(-1)],
];

for (const [name, input] of refused)
  test(`refused: ${name}`, () => {
    assert.throws(() => readDetectLabelsRequest(input), {
      code: 'InvalidParameterException',
      status: 400,
      message: /^Request has invalid parameters/,
    });
  });

function filters(LabelExclusionFilters: string[]): DetectLabelsRequest {
  return { Image, Settings: { GeneralLabels: { LabelExclusionFilters } } };
}

function colors(MaxDominantColors: number): DetectLabelsRequest {
  return { ...properties, Settings: { ImageProperties: { MaxDominantColors } } };
}
