import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createRecogniser } from '@spillway/pet-recognition';
import { notAPet, photo } from './photos.ts';

const recogniser = createRecogniser();
after(() => recogniser.close());

test('a German shepherd is a dog of that breed', async () => {
  const { species, speciesConfidence, breed, breedConfidence, top } = await recogniser.recognise(
    photo('german-shepherd.jpg'),
  );
  assert.equal(species, 'dog');
  assert.equal(breed, 'German shepherd');
  assert.ok(speciesConfidence > 0.8 && speciesConfidence <= 1, `species ${speciesConfidence}`);
  assert.ok((breedConfidence ?? 0) > 0.8, `breed ${breedConfidence}`);
  assert.deepEqual(top[0]?.kinds, ['animal', 'mammal', 'canine', 'pet', 'dog']);
  assert.ok(top[0]?.otherLabels.includes('alsatian'));
});

for (const name of ['kitten.jpg', 'chelsea.jpg'])
  test(`${name} is a cat`, async () => {
    const { species, breed } = await recogniser.recognise(photo(name));
    assert.equal(species, 'cat');
    assert.ok(breed);
  });

const notPets = [
  ['misc/panda.jpg', 'giant panda', ['animal', 'mammal']],
  ['car.jpg', 'sports car', []],
] as const;

for (const [name, label, kinds] of notPets)
  test(`${label} is no pet`, async () => {
    const { species, speciesConfidence, top, ...rest } = await recogniser.recognise(notAPet(name));
    assert.equal(species, 'none');
    assert.ok(speciesConfidence > 0.9);
    assert.equal(top[0]?.label, label);
    assert.deepEqual(top[0]?.kinds, kinds);
    assert.ok(!('breed' in rest) && !('breedConfidence' in rest));
  });

test('a broken image does not disturb the next one', async () => {
  const [broken, whole] = await Promise.allSettled([
    recogniser.recognise(Buffer.from('not an image')),
    recogniser.recognise(photo('chelsea.jpg')),
  ]);
  assert.equal(broken.status, 'rejected');
  assert.equal(whole.status, 'fulfilled');
});

test('more photos than may wait are refused', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 65 }, () => recogniser.recognise(Buffer.from('not an image'))),
  );
  const codes = results.map((result) => result.status === 'rejected' && result.reason.code);
  assert.deepEqual(codes, [...Array(64).fill('InvalidImage'), 'Busy']);
});

test('a closed recogniser fails the photos that wait and takes no more', async () => {
  const closing = createRecogniser();
  const waiting = closing.recognise(photo('chelsea.jpg'));
  await closing.close();
  await assert.rejects(waiting, { name: 'RecognitionError', code: 'Closed' });
  await assert.rejects(closing.recognise(photo('chelsea.jpg')), { code: 'Closed' });
});
