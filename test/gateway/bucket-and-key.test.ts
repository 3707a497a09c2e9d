import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketAndKey, bucketOfHost } from '../../src/gateway/bucket-and-key.ts';

for (const [host, bucket] of [
  ['pets.localhost:4566', 'pets'],
  ['pets.s3.localhost:4566', 'pets'],
  ['pets.s3', 'pets'],
  ['my.dotted.pets.s3.localhost', 'my.dotted.pets'],
  ['pets.s3.us-east-1.amazonaws.com', 'pets'],
  ['pets.s3-us-west-2.amazonaws.com', 'pets'],
  ['my.pets.s3.amazonaws.com', 'my.pets'],
  ['Pets.S3.Localhost', 'pets'],
  ['s3.localhost', undefined],
  ['s3.us-east-1.amazonaws.com', undefined],
  ['localhost:4566', undefined],
  ['127.0.0.1:4566', undefined],
  ['pets.example.com', undefined],
] as const)
  test(`the host ${host} names ${bucket ?? 'no bucket'}`, () => {
    assert.equal(bucketOfHost(host), bucket);
    const key = bucket === undefined ? 'b/a//../c d' : 'a/b/a//../c d';
    assert.deepEqual(bucketAndKey('/a/b/a//../c%20d', host), { bucket: bucket ?? 'a', key });
  });
