import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  compileRules,
  explainRule,
  type NotificationRule,
} from '../../../src/events/notification/index.ts';
import { encodeEventKey } from '../../../src/events/s3/index.ts';

const PUT = 'ObjectCreated:Put';
const rule = (members: Partial<NotificationRule>): NotificationRule => ({
  configurationId: 'id',
  destination: 'arn:aws:sqs:us-east-1:123456789012:q',
  destinationKind: 'queue',
  events: [PUT, 'ObjectCreated:Copy'],
  prefix: '',
  suffix: '',
  ...members,
});

/** `reason` is undefined where the rule matches. */
const cases: [
  filter: Partial<NotificationRule>,
  key: string,
  reason: string | undefined,
  eventName?: string,
][] = [
  [{}, 'anything', undefined],
  [{}, '', undefined],
  [
    {},
    'a',
    'event ObjectRemoved:Delete is not one of those asked for: ObjectCreated:Put or ObjectCreated:Copy',
    'ObjectRemoved:Delete',
  ],
  [{ prefix: 'uploads/' }, 'uploads/a.jpg', undefined],
  [{ prefix: 'uploads/' }, 'images/a.jpg', 'prefix "uploads/" does not match "images/a.jpg"'],
  [{ prefix: 'uploads/' }, 'upload', 'prefix "uploads/" does not match "upload"'],
  [
    { prefix: 'uploads/' },
    'Uploads/a',
    'prefix "uploads/" does not match "Uploads/a"; prefixes are case-sensitive',
  ],
  [
    { prefix: '/uploads/' },
    'uploads/a',
    'prefix "/uploads/" does not match "uploads/a"; keys do not begin with "/"',
  ],
  [{ prefix: '/uploads/' }, '/uploads/a', undefined],
  [{ suffix: '.jpg' }, 'pet.jpg', undefined],
  [
    { suffix: '.jpg' },
    'pet.JPG',
    'suffix ".jpg" does not match "pet.JPG"; suffixes are case-sensitive',
  ],
  [
    { suffix: '*.jpg' },
    'pet.jpg',
    'suffix "*.jpg" does not match "pet.jpg"; "*" is no wildcard here',
  ],
  [{ suffix: '*.jpg' }, '*.jpg', undefined],
  [{ prefix: 'ab', suffix: 'bc' }, 'abc', undefined],
  [{ prefix: 'a', suffix: 'z' }, 'abc', 'suffix "z" does not match "abc"'],
  [{ prefix: 'my+photos/' }, 'my photos/a', undefined],
  [{ prefix: 'my%20photos/' }, 'my photos/a', undefined],
  [{ prefix: 'my photos/' }, 'my photos/a', undefined],
  [
    { prefix: 'my+photos/' },
    'my+photos/a',
    'prefix "my+photos/" (which stands for "my photos/") does not match "my+photos/a"; in a filter value "+" stands for a space',
  ],
  [{ prefix: 'my%2Bphotos/' }, 'my+photos/a', undefined],
  [{ prefix: 'my%2bphotos/' }, 'my+photos/a', undefined],
  [{ prefix: 'my + photos/' }, 'my + photos/a', undefined],
  [{ prefix: 'a@b' }, 'a@b/c', undefined],
  [{ prefix: 'a%40b' }, 'a@b/c', undefined],
  [{ prefix: 'year=2024/' }, 'year=2024/a', undefined],
  [{ prefix: 'year%3D2024/' }, 'year=2024/a', undefined],
  [{ suffix: 'é.jpg' }, 'café.jpg', undefined],
  [{ suffix: '%C3%A9.jpg' }, 'café.jpg', undefined],
  [{ prefix: '100%' }, '100%/a', undefined],
  [{ prefix: '100%25' }, '100%/a', undefined],
  [{ prefix: 'caf%C3' }, 'café', 'prefix "caf%C3" does not match "café"'],
];

describe('notification rules', () => {
  for (const [filter, key, reason, eventName = PUT] of cases) {
    it(`${JSON.stringify(filter)} and ${JSON.stringify(key)}: ${reason ?? 'matches'}`, () => {
      const tested = rule(filter);
      assert.deepEqual(
        compileRules([tested]).match(eventName, key),
        reason === undefined ? [tested] : [],
      );
      const verdict = reason === undefined ? { matched: true } : { matched: false, reason };
      assert.deepEqual(explainRule(tested, eventName, key), verdict);
    });
  }

  const affix = fc.string({
    unit: fc.constantFrom('a', 'b', '/', '+', ' ', '%20', 'é'),
    maxLength: 4,
  });

  it('match in the index exactly as they do one by one', () => {
    const eventName = fc.constantFrom(PUT, 'ObjectCreated:Copy', 'ObjectRemoved:Delete');
    const rules = fc.array(
      fc
        .record({
          prefix: affix,
          suffix: affix,
          events: fc.uniqueArray(eventName, { minLength: 1 }),
        })
        .map(rule),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        rules,
        eventName,
        fc.string({ unit: fc.constantFrom('a', 'b', '/', '+', ' ', 'é'), maxLength: 8 }),
        (all, event, key) => {
          const oneByOne = all.filter((one) => explainRule(one, event, key).matched);
          assert.deepEqual(new Set(compileRules(all).match(event, key)), new Set(oneByOne));
        },
      ),
    );
  });

  it('match the encoded prefix and suffix of any key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (start, middle, end) => {
          const encoded = rule({ prefix: encodeEventKey(start), suffix: encodeEventKey(end) });
          assert.deepEqual(compileRules([encoded]).match(PUT, start + middle + end), [encoded]);
        },
      ),
    );
  });

  it('are found among a thousand without asking each', () => {
    const many = Array.from({ length: 1000 }, (_, at) =>
      rule({ configurationId: String(at), prefix: `user-${at}/` }),
    );
    const compiled = compileRules(many);
    assert.deepEqual(compiled.match(PUT, 'user-567/a.jpg'), [many[567]]);
    assert.deepEqual(compiled.match(PUT, 'user-1000/a.jpg'), []);
    assert.deepEqual(compiled.match('ObjectRemoved:Delete', 'user-567/a.jpg'), []);
  });
});
