import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVENT_NAMES, expandEventName } from '../../../src/events/s3/index.ts';

describe('S3 event names', () => {
  const expansions: [configured: string, names: string[] | undefined][] = [
    [
      's3:ObjectCreated:*',
      [
        'ObjectCreated:Put',
        'ObjectCreated:Post',
        'ObjectCreated:Copy',
        'ObjectCreated:CompleteMultipartUpload',
      ],
    ],
    ['s3:ObjectRemoved:*', ['ObjectRemoved:Delete', 'ObjectRemoved:DeleteMarkerCreated']],
    [
      's3:ObjectRestore:*',
      ['ObjectRestore:Post', 'ObjectRestore:Completed', 'ObjectRestore:Delete'],
    ],
    ['s3:ObjectTagging:*', ['ObjectTagging:Put', 'ObjectTagging:Delete']],
    [
      's3:LifecycleExpiration:*',
      ['LifecycleExpiration:Delete', 'LifecycleExpiration:DeleteMarkerCreated'],
    ],
    ['s3:ObjectCreated:Put', ['ObjectCreated:Put']],
    ['s3:LifecycleTransition', ['LifecycleTransition']],
    ['s3:ObjectAcl:Put', ['ObjectAcl:Put']],
    ['s3:ReducedRedundancyLostObject', ['ReducedRedundancyLostObject']],
    ['s3:ObjectAcl:*', undefined],
    ['s3:LifecycleTransition:*', undefined],
    ['s3:ObjectCreated', undefined],
    ['s3:ObjectCreated:', undefined],
    ['s3:*', undefined],
    ['ObjectCreated:Put', undefined],
    ['s3:objectcreated:put', undefined],
    ['s3:TestEvent', undefined],
    ['', undefined],
  ];
  for (const [configured, names] of expansions) {
    it(`${configured || 'the empty name'} ${names ? `stands for ${names.length}` : 'is none'}`, () => {
      assert.deepEqual(expandEventName(configured), names);
    });
  }

  it('can all be configured one by one', () => {
    assert.equal(EVENT_NAMES.length, 24);
    for (const name of EVENT_NAMES) assert.deepEqual(expandEventName(`s3:${name}`), [name]);
  });
});
