import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type Spillway, startSpillway } from '../../../src/testing.ts';

interface Answer {
  readonly code: string;
  readonly message: string;
  readonly ContentLength: number;
}

describe('CallAws', () => {
  let spillway: Spillway;
  before(async () => {
    spillway = await startSpillway();
    const s3 = spillway.client(S3Client);
    await s3.send(new CreateBucketCommand({ Bucket: 'pets' }));
    await s3.send(new PutObjectCommand({ Bucket: 'pets', Key: 'rex.jpg', Body: 'woof' }));
  });
  after(() => spillway.close());

  const call = async (operation: string, input: object = {}, init: RequestInit = {}) => {
    const answer = await fetch(`${spillway.url}/_spillway/api/aws/${operation}`, {
      method: 'POST',
      body: JSON.stringify(input),
      ...init,
    });
    const { code = '', message = '', ContentLength } = (await answer.json()) as Partial<Answer>;
    return { status: answer.status, code, message, ContentLength };
  };

  it('calls an operation as the operator, JSON both ways', async () => {
    const { status, ContentLength } = await call('s3/HeadObject', {
      Bucket: 'pets',
      Key: 'rex.jpg',
    });
    assert.deepEqual({ status, ContentLength }, { status: 200, ContentLength: 4 });
  });

  it("passes on AWS's own refusals", async () => {
    const { status, code } = await call('sqs/GetQueueAttributes', {
      QueueUrl: `${spillway.url}/123456789012/none`,
    });
    assert.equal(status, 400);
    assert.match(code, /QueueDoesNotExist|NonExistentQueue/);
  });

  it('says which member is wrong', async () => {
    const { status, code, message } = await call('lambda/Invoke', { FunctionName: 7 });
    assert.deepEqual({ status, code }, { status: 400, code: 'InvalidInput' });
    assert.match(message, /FunctionName|string/i);
  });

  for (const operation of [
    's3/DeleteBucket',
    's3/GetObject',
    'iam/CreateUser',
    's3/toString',
    'none/X',
  ])
    it(`offers no ${operation}`, async () => {
      const { status, message } = await call(operation, { Bucket: 'pets' });
      assert.equal(status, 404);
      assert.match(message, /does not offer/);
    });

  it('acts in another account when asked to, which sees nothing of this one', async () => {
    const input = { Bucket: 'pets', Key: 'rex.jpg', account: '999999999999' };
    assert.equal((await call('s3/HeadObject', input)).status, 403);
  });

  it('is closed to the pages of others', async () => {
    const headers = { origin: 'http://elsewhere.example' };
    const { status, code } = await call(
      's3/HeadObject',
      { Bucket: 'pets', Key: 'rex.jpg' },
      { headers },
    );
    assert.deepEqual({ status, code }, { status: 403, code: 'AccessDenied' });
  });
});
