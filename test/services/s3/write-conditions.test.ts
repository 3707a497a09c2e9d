import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import { checkWriteConditions } from '../../../src/services/s3/write-conditions.ts';

const live = { etag: 'e' };

for (const [conditions, object] of [
  [{}, live],
  [{}, undefined],
  [{ IfNoneMatch: '*' }, undefined],
  [{ IfMatch: '"e"' }, live],
  [{ IfMatch: 'e' }, live],
  [{ IfMatch: 'e"' }, live],
] as const)
  test(`${JSON.stringify(conditions)} lets a write through ${object ? 'over an object' : 'to nothing'}`, () => {
    checkWriteConditions({ Key: 'k', ...conditions }, object);
  });

const notAccepted = (Header: string) => ({
  Header,
  additionalMessage: `We don't accept the provided value of ${Header} header for this API`,
});

for (const [conditions, object, code, status, members] of [
  [{ IfNoneMatch: '*' }, live, 'PreconditionFailed', 412, { Condition: 'If-None-Match' }],
  [{ IfMatch: '"x"' }, live, 'PreconditionFailed', 412, { Condition: 'If-Match' }],
  [{ IfMatch: '"e"' }, undefined, 'NoSuchKey', 404, { Key: 'k' }],
  [{ IfNoneMatch: '"e"' }, live, 'NotImplemented', 501, notAccepted('If-None-Match')],
  [{ IfMatch: '*' }, live, 'NotImplemented', 501, notAccepted('If-Match')],
  [
    { IfMatch: '"e"', IfNoneMatch: '*' },
    live,
    'NotImplemented',
    501,
    {
      Header: 'If-Match,If-None-Match',
      additionalMessage: 'Multiple conditional request headers present in the request',
    },
  ],
] as const)
  test(`${JSON.stringify(conditions)} over ${object ? 'an object' : 'nothing'}: ${code}`, () => {
    assert.throws(
      () => checkWriteConditions({ Key: 'k', ...conditions }, object),
      (error: AwsError) => {
        assert.deepEqual([error.code, error.status, error.members], [code, status, members]);
        return true;
      },
    );
  });
