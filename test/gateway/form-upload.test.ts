import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import {
  CreateBucketCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { createWorld, type World } from '../support/world.ts';

const TAGGING =
  '<Tagging><TagSet><Tag><Key>species</Key><Value>cat + dog</Value></Tag></TagSet></Tagging>';

const WHISKERS_ETAG = '"e40e0ee36ba47cbbaa26e0049da16bbe"';

describe('a form upload', () => {
  let world: World;
  let queueUrl: string;
  before(async () => {
    world = await createWorld();
    const queueArn = 'arn:aws:sqs:us-east-1:123456789012:posted';
    const policy = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'SQS:SendMessage',
        Resource: queueArn,
      },
    };
    const queue = await world.sqs.send(
      new CreateQueueCommand({
        QueueName: 'posted',
        Attributes: { Policy: JSON.stringify(policy) },
      }),
    );
    queueUrl = queue.QueueUrl ?? '';
    await world.s3.send(new CreateBucketCommand({ Bucket: 'pets' }));
    await world.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: 'pets',
        SkipDestinationValidation: true,
        NotificationConfiguration: {
          QueueConfigurations: [
            {
              QueueArn: queueArn,
              Events: ['s3:ObjectCreated:*'],
              Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'seen/' }] } },
            },
          ],
        },
      }),
    );
  });
  after(() => world.close());

  const presign = (options: Partial<PresignedPostOptions> = {}) =>
    createPresignedPost(world.s3, { Bucket: 'pets', Key: `cats/$\{filename}`, ...options });

  async function post(
    { url, fields }: { url: string; fields: Record<string, string> },
    file: Blob | string = 'whiskers',
    name = 'tom cat.jpg',
  ): Promise<Response> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([file], { type: 'image/jpeg' }), name);
    form.set('submit', 'ignored');
    return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  }
  const head = (Key: string) => world.s3.send(new HeadObjectCommand({ Bucket: 'pets', Key }));
  const errorCode = async (response: Response) =>
    /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];

  it('stores the file under its name and answers 204', async () => {
    const response = await post(await presign());
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('etag'), WHISKERS_ETAG);
    assert.equal(response.headers.get('location'), `${world.url}/pets/cats%2Ftom%20cat.jpg`);
    const { Body, ContentType } = await world.s3.send(
      new GetObjectCommand({ Bucket: 'pets', Key: 'cats/tom cat.jpg' }),
    );
    assert.equal(await Body?.transformToString(), 'whiskers');
    assert.equal(ContentType, 'binary/octet-stream');
  });

  it('is an ObjectCreated:Post', async () => {
    const response = await post(await presign({ Key: 'seen/a.jpg' }));
    const { Messages } = await world.sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
    const [record] = JSON.parse(Messages?.[0]?.Body ?? '{}').Records;
    assert.equal(record.eventName, 'ObjectCreated:Post');
    assert.equal(record.s3.object.key, 'seen/a.jpg');
    assert.equal(record.s3.object.size, 8);
    assert.equal(
      record.responseElements['x-amz-request-id'],
      response.headers.get('x-amz-request-id'),
    );
  });

  it('keeps what its fields say of the object', async () => {
    const fields = {
      'Content-Type': 'image/png',
      'Cache-Control': 'no-store',
      'x-amz-meta-owner': 'Jürgen',
      'x-amz-storage-class': 'STANDARD_IA',
      tagging: TAGGING,
    };
    const conditions = Object.entries(fields).map(([name, value]) => ({ [name]: value }));
    const response = await post(await presign({ Fields: fields, Conditions: conditions }));
    assert.equal(response.status, 204);
    const object = await head('cats/tom cat.jpg');
    assert.equal(object.ContentType, 'image/png');
    assert.equal(object.CacheControl, 'no-store');
    assert.equal(object.Metadata?.owner, '=?UTF-8?Q?J=C3=BCrgen?=');
    assert.equal(object.StorageClass, 'STANDARD_IA');
    const { TagSet } = await world.s3.send(
      new GetObjectTaggingCommand({ Bucket: 'pets', Key: 'cats/tom cat.jpg' }),
    );
    assert.deepEqual(TagSet, [{ Key: 'species', Value: 'cat + dog' }]);
  });

  const answers: [field: string, value: string, status: number][] = [
    ['success_action_status', '200', 200],
    ['success_action_status', '201', 201],
    ['success_action_status', '418', 204],
    ['success_action_redirect', 'https://example.com/done?page=1', 303],
    ['redirect', 'https://example.com/done?page=1', 303],
    ['success_action_redirect', 'javascript:alert(1)', 204],
  ];
  for (const [field, value, status] of answers) {
    it(`answers ${field}=${value} with ${status}`, async () => {
      const form = await presign({
        Fields: { [field]: value },
        Conditions: [{ [field]: value }],
      });
      const response = await post(form, 'x', 'a&b.jpg');
      const body = await response.text();
      assert.equal(response.status, status, body);
      const location = response.headers.get('location');
      const etag = '"9dd4e461268c8034f5c8564e155c67a6"';
      if (status === 303) {
        assert.equal(
          location,
          `https://example.com/done?page=1&bucket=pets&key=cats%2Fa%26b.jpg&etag=${encodeURIComponent(etag)}`,
        );
      } else assert.equal(location, `${world.url}/pets/cats%2Fa%26b.jpg`);
      if (status === 201) {
        const wanted = `<Location>${location}</Location><Bucket>pets</Bucket><Key>cats/a&amp;b.jpg</Key><ETag>&quot;${etag.slice(1, -1)}&quot;</ETag>`;
        assert.match(body, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<PostResponse>/);
        assert.ok(body.includes(wanted), body);
      } else assert.equal(body, '');
    });
  }

  it('may be large', async () => {
    const bytes = Buffer.alloc(3_000_000, 'large ');
    const response = await post(await presign(), new Blob([bytes]), 'large.bin');
    assert.equal(response.status, 204);
    const { Body } = await world.s3.send(
      new GetObjectCommand({ Bucket: 'pets', Key: 'cats/large.bin' }),
    );
    assert.ok(bytes.equals((await Body?.transformToByteArray()) ?? Buffer.alloc(0)));
  });

  const refused: [
    what: string,
    options: Partial<PresignedPostOptions>,
    changes: Record<string, string>,
    status: number,
    code: string,
  ][] = [
    [
      'larger than its policy allows',
      { Conditions: [['content-length-range', 0, 100_000]] },
      {},
      400,
      'EntityTooLarge',
    ],
    [
      'smaller than its policy demands',
      { Conditions: [['content-length-range', 200_000, 300_000]] },
      {},
      400,
      'EntityTooSmall',
    ],
    ['for another key', { Key: 'cats/only.jpg' }, { key: 'dogs/rex.jpg' }, 403, 'AccessDenied'],
    ['without a key', {}, { key: '' }, 403, 'AccessDenied'],
    ['with a field that no condition covers', {}, { acl: 'public-read' }, 403, 'AccessDenied'],
    [
      'with a wrong signature',
      {},
      { 'X-Amz-Signature': 'f'.repeat(64) },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'with an unknown key',
      {},
      {
        'X-Amz-Credential': 'nobody/20260101/us-east-1/s3/aws4_request',
        'X-Amz-Date': '20260101T000000Z',
      },
      403,
      'InvalidAccessKeyId',
    ],
    ['without a policy', {}, { Policy: '' }, 400, 'InvalidArgument'],
    [
      'for an unknown storage class',
      { Fields: { 'x-amz-storage-class': 'FROZEN' } },
      {},
      400,
      'InvalidStorageClass',
    ],
    [
      'with a wrong MD5',
      {
        Fields: { 'Content-MD5': 'AAAAAAAAAAAAAAAAAAAAAA==' },
        Conditions: [{ 'Content-MD5': 'AAAAAAAAAAAAAAAAAAAAAA==' }],
      },
      {},
      400,
      'BadDigest',
    ],
    ['with tags that are no document', { Fields: { tagging: 'a=b' } }, {}, 400, 'MalformedXML'],
    [
      'with a line end in its metadata',
      { Fields: { 'x-amz-meta-a': 'b\r\nc: d' } },
      {},
      400,
      'InvalidArgument',
    ],
    [
      'with metadata of an impossible name',
      { Fields: { 'x-amz-meta-ä': 'b' } },
      {},
      400,
      'InvalidArgument',
    ],
  ];
  for (const [what, options, changes, status, code] of refused) {
    it(`is refused ${what}, and leaves nothing`, async () => {
      const before = readdirSync(join(world.dataDir, 'blobs'), { recursive: true }).sort();
      const { url, fields } = await presign(options);
      const response = await post(
        { url, fields: { ...fields, ...changes } },
        'x'.repeat(150_000),
        'never.jpg',
      );
      assert.equal(response.status, status);
      assert.equal(await errorCode(response), code);
      await assert.rejects(head('cats/never.jpg'), { name: 'NotFound' });
      const left = readdirSync(join(world.dataDir, 'blobs'), { recursive: true }).sort();
      assert.deepEqual(
        left.filter((path) => String(path).length > 2),
        before.filter((path) => String(path).length > 2),
      );
    });
  }

  it('must be a form', async () => {
    const response = await fetch(`${world.url}/pets`, {
      method: 'POST',
      body: 'key=a',
      headers: { 'content-type': 'text/plain' },
    });
    assert.equal(response.status, 412);
    assert.equal(await errorCode(response), 'PreconditionFailed');
  });

  it('without a signature is for the policy of the bucket to allow', async () => {
    const form = { url: `${world.url}/open`, fields: { key: 'a.txt' } };
    await world.s3.send(new CreateBucketCommand({ Bucket: 'open' }));
    assert.equal((await post(form)).status, 403);
    await world.s3.send(
      new PutPublicAccessBlockCommand({ Bucket: 'open', PublicAccessBlockConfiguration: {} }),
    );
    await world.s3.send(
      new PutBucketPolicyCommand({
        Bucket: 'open',
        Policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::open/*',
          },
        }),
      }),
    );
    assert.equal((await post(form)).status, 204);
  });

  it('is what curl sends', async () => {
    const { url, fields } = await presign();
    const file = join(world.dataDir, 'from curl.txt');
    writeFileSync(file, 'curled');
    const args = Object.entries(fields).flatMap(([name, value]) => ['-F', `${name}=${value}`]);
    const { stdout } = await promisify(execFile)('curl', [
      ...['-s', '-o', '/dev/null', '-w', '%{http_code}', ...args],
      ...['-F', `file=@${file}`, url],
    ]);
    assert.equal(stdout, '204');
    assert.equal((await head('cats/from curl.txt')).ContentLength, 6);
  });
});
