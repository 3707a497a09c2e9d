import assert from 'node:assert/strict';
import { it } from 'node:test';
import { attributesDigest, bodyDigest } from '../../../src/services/sqs/message-digests.ts';

const text = (StringValue: string) => ({ DataType: 'String', StringValue });

/** Digests that AWS answered. */
const CASES: [Parameters<typeof attributesDigest>[0], string | undefined][] = [
  [undefined, undefined],
  [{}, undefined],
  [{ Hello: text('There') }, 'a311262e065454b75da111d535b8dacd'],
  [{ Hello: text('There'), General: text('Kenobi') }, 'fca026605781cb4126a1e9044df24232'],
  [
    { Hello: text('There'), General: text('Kenobi'), 'Help.Me': text('Me') },
    '4c360f3fdafd970e05fae2f149d997f5',
  ],
  [{ attr1: { DataType: 'Number', StringValue: '99.12' } }, 'd302007e9aa062660afc85fd0a482472'],
];

it('digests of message attributes are those of AWS', () => {
  for (const [attributes, digest] of CASES) assert.equal(attributesDigest(attributes), digest);
});

it('a digest does not depend on the order of the attributes', () => {
  const a = attributesDigest({ Z: text('1'), ab: text('2'), ä: text('3') });
  assert.equal(attributesDigest({ ä: text('3'), ab: text('2'), Z: text('1') }), a);
});

it('the digest of a body is that of its UTF-8', () => {
  assert.equal(bodyDigest('ä'), '8419b71c87a225a2c70b50486fbee545');
});
