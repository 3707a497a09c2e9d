import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LabelSelection } from '../../../src/services/rekognition/select-labels.ts';
import { selectLabels } from '../../../src/services/rekognition/select-labels.ts';

const pets = [{ Name: 'Animals and Pets' }];
const labels = [
  { Name: 'Animal', Confidence: 99, Categories: pets },
  { Name: 'Dog', Confidence: 90, Categories: pets },
  { Name: 'Car', Confidence: 60, Categories: [{ Name: 'Vehicles and Automotive' }] },
  { Name: 'Samoyed', Confidence: 55, Categories: pets },
  { Name: 'Wolf', Confidence: 54.9, Categories: pets },
  { Name: 'Cloud', Confidence: 0, Categories: [] },
];

const cases: readonly (readonly [string, LabelSelection, readonly string[]])[] = [
  ['55 is the default', {}, ['Animal', 'Dog', 'Car', 'Samoyed']],
  [
    'zero lets all pass',
    { MinConfidence: 0 },
    ['Animal', 'Dog', 'Car', 'Samoyed', 'Wolf', 'Cloud'],
  ],
  ['the limit itself passes', { MinConfidence: 90 }, ['Animal', 'Dog']],
  ['nothing is that sure', { MinConfidence: 100 }, []],
  ['the surest two', { MaxLabels: 2 }, ['Animal', 'Dog']],
  ['none at all', { MaxLabels: 0 }, []],
  ['more than there are', { MaxLabels: 5000 }, ['Animal', 'Dog', 'Car', 'Samoyed']],
  ['by name', { LabelInclusionFilters: ['Dog', 'Wolf'] }, ['Dog']],
  ['names are exact', { LabelInclusionFilters: ['dog'] }, []],
  ['by category', { LabelCategoryInclusionFilters: ['Vehicles and Automotive'] }, ['Car']],
  [
    'by name or by category',
    {
      LabelInclusionFilters: ['Dog'],
      LabelCategoryInclusionFilters: ['Vehicles and Automotive'],
    },
    ['Dog', 'Car'],
  ],
  ['without a name', { LabelExclusionFilters: ['Animal'] }, ['Dog', 'Car', 'Samoyed']],
  ['without a category', { LabelCategoryExclusionFilters: ['Animals and Pets'] }, ['Car']],
  [
    'exclusion wins',
    { LabelInclusionFilters: ['Dog', 'Car'], LabelExclusionFilters: ['Dog'] },
    ['Car'],
  ],
  ['filters come before the limit', { MaxLabels: 1, LabelExclusionFilters: ['Animal'] }, ['Dog']],
  ['empty filters are none', { LabelInclusionFilters: [] }, ['Animal', 'Dog', 'Car', 'Samoyed']],
];

for (const [name, wanted, expected] of cases)
  test(name, () => {
    const selected = selectLabels(labels, wanted);
    assert.deepEqual(
      selected.map(({ Name }) => Name),
      expected,
    );
  });
