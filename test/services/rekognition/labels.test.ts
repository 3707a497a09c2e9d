import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recognition } from '../../../src/services/rekognition/image-analysis.ts';
import { labelsOf } from '../../../src/services/rekognition/labels.ts';

const dog: Recognition = {
  kinds: { animal: 0.95, mammal: 0.94, canine: 0.93, pet: 0.91, dog: 0.9, cat: 0.01, bird: 0 },
  top: [
    {
      label: 'German shepherd',
      otherLabels: ['German police dog', 'alsatian'],
      kinds: ['animal', 'mammal', 'canine', 'pet', 'dog'],
      confidence: 0.87,
    },
    { label: 'sports car', otherLabels: [], kinds: [], confidence: 0.001 },
  ],
};
const labels = labelsOf(dog);
const labelNamed = (name: string) => labels.find(({ Name }) => Name === name);
const names = (list: readonly { Name?: string | undefined }[] = []) => list.map(({ Name }) => Name);

test('labels stand surest first', () => {
  assert.deepEqual(
    labels.map(({ Name, Confidence }) => `${Name} ${Confidence}`),
    [
      'Animal 95',
      'Mammal 94',
      'Canine 93',
      'Pet 91',
      'Dog 90',
      'German Shepherd 87',
      'Cat 1',
      'Sports Car 0.1',
      'Bird 0',
    ],
  );
});

test('a dog or a cat is an instance; the box is the whole image', () => {
  assert.deepEqual(labelNamed('Dog'), {
    Name: 'Dog',
    Confidence: 90,
    Instances: [
      {
        BoundingBox: { Width: 1, Height: 1, Left: 0, Top: 0 },
        Confidence: 90,
        DominantColors: [],
      },
    ],
    Parents: [{ Name: 'Animal' }, { Name: 'Mammal' }, { Name: 'Canine' }, { Name: 'Pet' }],
    Aliases: [],
    Categories: [{ Name: 'Animals and Pets' }],
  });
  assert.equal(labelNamed('Cat')?.Instances?.length, 1);
  assert.deepEqual(labelNamed('Animal')?.Instances, []);
});

test('a breed has the dog among its parents, and its other names as aliases', () => {
  const breed = labelNamed('German Shepherd');
  assert.deepEqual(names(breed?.Parents), ['Animal', 'Mammal', 'Canine', 'Pet', 'Dog']);
  assert.deepEqual(names(breed?.Aliases), ['German Police Dog', 'Alsatian']);
  assert.deepEqual(breed?.Instances, []);
});

test('what is no animal has neither parents nor category', () => {
  const { Parents, Categories } = labelNamed('Sports Car') ?? {};
  assert.deepEqual([Parents, Categories], [[], []]);
});

test('every parent is a label itself, and at least as sure', () => {
  for (const { Name, Confidence = 0, Parents = [] } of labels)
    for (const parent of Parents) {
      const found = labelNamed(parent.Name ?? '');
      assert.ok(found, `${parent.Name}, parent of ${Name}`);
      assert.ok((found.Confidence ?? 0) >= Confidence, `${parent.Name} is less sure than ${Name}`);
    }
});
