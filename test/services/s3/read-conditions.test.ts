import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import {
  checkReadConditions,
  failedCondition,
  type ReadConditions,
} from '../../../src/services/s3/read-conditions.ts';

const AT = Date.UTC(2026, 0, 2, 3, 4, 5);
const before = new Date(AT - 1000);
const same = new Date(AT);
const after = new Date(AT + 1000);
const NOW = AT + 5000;
const future = new Date(NOW + 1000);

const cases: [conditions: ReadConditions, failed: string | undefined][] = [
  [{}, undefined],
  [{ IfMatch: '"e"' }, undefined],
  [{ IfMatch: 'e' }, undefined],
  [{ IfMatch: '*' }, undefined],
  [{ IfMatch: '"x", "e"' }, undefined],
  [{ IfMatch: '"x"' }, 'IfMatch'],
  [{ IfNoneMatch: '"e"' }, 'IfNoneMatch'],
  [{ IfNoneMatch: 'W/"e"' }, 'IfNoneMatch'],
  [{ IfNoneMatch: '*' }, 'IfNoneMatch'],
  [{ IfNoneMatch: '"x"' }, undefined],
  [{ IfModifiedSince: before }, undefined],
  [{ IfModifiedSince: same }, 'IfModifiedSince'],
  [{ IfModifiedSince: after }, 'IfModifiedSince'],
  // A date still to come says nothing.
  [{ IfModifiedSince: future }, undefined],
  [{ IfUnmodifiedSince: before }, 'IfUnmodifiedSince'],
  [{ IfUnmodifiedSince: same }, undefined],
  [{ IfUnmodifiedSince: after }, undefined],
  // The ETag outweighs the date.
  [{ IfMatch: '"e"', IfUnmodifiedSince: before }, undefined],
  [{ IfNoneMatch: '"e"', IfModifiedSince: before }, 'IfNoneMatch'],
  [{ IfNoneMatch: '"x"', IfModifiedSince: after }, undefined],
];

for (const [conditions, failed] of cases)
  test(`${JSON.stringify(conditions)}: ${failed ?? 'holds'}`, () => {
    assert.equal(failedCondition(conditions, 'e', AT, NOW), failed);
  });

test('reads answer 412 where another object was wanted and 304 where the client has it', () => {
  const row = { etag: 'e', modified_at: AT };
  const fails = (conditions: ReadConditions, status: number, about: object) =>
    assert.throws(
      () => checkReadConditions(conditions, row, NOW),
      (error: AwsError) => {
        assert.equal(error.status, status);
        assert.deepEqual(status === 412 ? error.members : error.headers, about);
        return true;
      },
    );
  fails({ IfMatch: 'x' }, 412, { Condition: 'If-Match' });
  fails({ IfUnmodifiedSince: before }, 412, { Condition: 'If-Unmodified-Since' });
  const headers = { etag: '"e"', 'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT' };
  fails({ IfNoneMatch: 'e' }, 304, headers);
  fails({ IfModifiedSince: same }, 304, headers);
});
