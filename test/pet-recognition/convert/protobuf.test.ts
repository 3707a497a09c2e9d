import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bytes,
  concatenated,
  integer,
  message,
} from '../../../packages/pet-recognition/src/convert/protobuf.ts';

const hex = (...fields: Parameters<typeof concatenated>[0]) =>
  Buffer.from(concatenated(fields)).toString('hex');

test('fields are encoded as the protocol buffers guide shows', () => {
  assert.equal(hex(integer(1, 150)), '089601');
  assert.equal(hex(bytes(2, 'testing')), '120774657374696e67');
  assert.equal(hex(message(3, integer(1, 150))), '1a03089601');
});

test('numbers and lengths grow by seven bits a byte', () => {
  assert.equal(hex(integer(1, 0)), '0800');
  assert.equal(hex(integer(1, 127)), '087f');
  assert.equal(hex(integer(1, 128)), '088001');
  assert.equal(hex(integer(20, 2 ** 32)), 'a001808080801' + '0');
  assert.equal(hex(bytes(1, new Uint8Array(200))).slice(0, 6), '0ac801');
});

test('several fields of a message stand in order', () => {
  assert.equal(hex(message(1, integer(1, 1), bytes(2, 'a'), message(3))), '0a0708011201611a00');
});

test('what is no whole, positive number is refused', () => {
  for (const value of [-1, 0.5, 2 ** 53, Number.NaN])
    assert.throws(() => integer(1, value), RangeError);
});
