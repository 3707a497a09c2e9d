import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import { contentRange, parseRange } from '../../../src/services/s3/byte-range.ts';

const cases: [header: string, size: number, expected: [number, number] | undefined][] = [
  ['bytes=0-0', 10, [0, 1]],
  ['bytes=0-9', 10, [0, 10]],
  ['bytes=2-4', 10, [2, 5]],
  ['bytes=2-', 10, [2, 10]],
  ['bytes=9-100', 10, [9, 10]],
  ['bytes=-3', 10, [7, 10]],
  ['bytes=-100', 10, [0, 10]],
  ['BYTES=1-2', 10, [1, 3]],
  ['bytes=00-01', 10, [0, 2]],
  // Not one range of bytes: everything is answered.
  ['bytes=4-2', 10, undefined],
  ['bytes=0-1,3-4', 10, undefined],
  ['bytes=-', 10, undefined],
  ['bytes=', 10, undefined],
  ['bytes= -1', 10, undefined],
  ['bytes=0 -1', 10, undefined],
  ['bytes=--1', 10, undefined],
  ['bytes=1-x', 10, undefined],
  ['items=0-1', 10, undefined],
  ['0-1', 10, undefined],
];

for (const [header, size, expected] of cases)
  test(`${header} of ${size} bytes`, () => {
    const [start, end] = expected ?? [];
    assert.deepEqual(parseRange(header, size), expected && { start, end });
  });

for (const [header, size] of [
  ['bytes=10-', 10],
  ['bytes=10-20', 10],
  ['bytes=-0', 10],
  ['bytes=0-0', 0],
  ['bytes=-5', 0],
] as const)
  test(`${header} of ${size} bytes holds nothing`, () => {
    assert.throws(
      () => parseRange(header, size),
      (error: AwsError) => {
        assert.equal(error.code, 'InvalidRange');
        assert.equal(error.status, 416);
        assert.deepEqual(error.members, { RangeRequested: header, ActualObjectSize: String(size) });
        assert.deepEqual(error.headers, { 'content-range': `bytes */${size}` });
        return true;
      },
    );
  });

test('Content-Range names the last byte', () => {
  assert.equal(contentRange({ start: 2, end: 5 }, 10), 'bytes 2-4/10');
});
