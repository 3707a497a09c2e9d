import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClasses } from '../../packages/pet-recognition/src/classes.ts';
import { interpret } from '../../packages/pet-recognition/src/recognition.ts';

const classes = await readClasses();
const classNumber = (name: string) => classes.findIndex((found) => found.name === name);

/** Probabilities as given, zero for the other classes. */
function probabilities(given: Readonly<Record<string, number>>): Float32Array {
  const all = new Float32Array(classes.length);
  for (const [name, probability] of Object.entries(given)) all[classNumber(name)] = probability;
  return all;
}

const cases = [
  {
    name: 'a sure breed',
    given: { Samoyed: 0.8, 'white wolf': 0.2 },
    species: ['dog', 0.8, 'Samoyed', 1],
  },
  {
    name: 'a mongrel: many breeds, one species',
    given: { Samoyed: 0.3, pug: 0.2, beagle: 0.1, 'sports car': 0.4 },
    species: ['dog', 0.6, 'Samoyed', 0.5],
  },
  { name: 'exactly half', given: { tabby: 0.5, pug: 0.25 }, species: ['cat', 0.5, 'tabby', 1] },
  { name: 'a dog and a cat', given: { tabby: 0.45, pug: 0.45 }, species: ['none', 0.1] },
  { name: 'a wolf is no dog', given: { 'timber wolf': 1 }, species: ['none', 1] },
  { name: 'a lion is no cat', given: { lion: 1 }, species: ['none', 1] },
  { name: 'rounding above one', given: { pug: 1.0000001 }, species: ['dog', 1, 'pug', 1] },
] as const;

for (const { name, given, species } of cases)
  test(name, () => {
    const found = interpret(probabilities(given), classes);
    const numbers = [found.speciesConfidence, found.breedConfidence];
    const [speciesConfidence, breedConfidence] = numbers.map((n) => n && Math.round(n * 1e6) / 1e6);
    const told = [found.species, speciesConfidence, found.breed, breedConfidence];
    assert.deepEqual(
      told.filter((part) => part !== undefined),
      species,
    );
  });

test('the kinds cover the classes that they should', () => {
  const count = (kind: string) =>
    classes.filter(({ kinds }) => kinds.some((k) => k === kind)).length;
  assert.equal(classes.length, 1000);
  assert.equal(count('dog'), 118);
  assert.equal(count('cat'), 5);
  assert.equal(count('pet'), 123);
  for (const { name, kinds } of classes)
    assert.ok(kinds.length === 0 || kinds[0] === 'animal', `${name}: ${kinds}`);
  const kindsOf = (name: string) => classes[classNumber(name)]?.kinds;
  assert.deepEqual(kindsOf('red fox'), ['animal', 'mammal', 'canine']);
  assert.deepEqual(kindsOf('puffer'), ['animal', 'fish']);
  assert.deepEqual(kindsOf('albatross'), ['animal', 'bird']);
  assert.deepEqual(kindsOf('starfish'), ['animal']);
  assert.deepEqual(kindsOf('abacus'), []);
});

test('the likeliest ten come first, in order', () => {
  const { top } = interpret(probabilities({ pug: 0.3, beagle: 0.5, tabby: 0.2 }), classes);
  assert.equal(top.length, 10);
  assert.deepEqual(
    top.slice(0, 3).map(({ label }) => label),
    ['beagle', 'pug', 'tabby'],
  );
});
