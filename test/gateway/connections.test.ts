import assert from 'node:assert/strict';
import { readdirSync, readlinkSync } from 'node:fs';
import { Agent } from 'node:http';
import { after, before, describe, it } from 'node:test';
import {
  CreateBucketCommand,
  DeletePublicAccessBlockCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { connectRaw, exchangeRaw, signedHead } from '../support/raw-http.ts';
import { createWorld, eventually, type World } from '../support/world.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

describe('connections', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
    await world.s3.send(new CreateBucketCommand({ Bucket: 'pets' }));
    await world.s3.send(
      new PutObjectCommand({ Bucket: 'pets', Key: 'large.bin', Body: Buffer.alloc(50_000_000) }),
    );
  });
  after(() => world.close());

  describe('a client that asks whether to send its body', () => {
    const head = (path: string, expect = '100-continue') =>
      signedHead(world.url, {
        method: 'PUT',
        path,
        headers: { expect },
        body: 'whiskers',
      });

    it('is told to go on', async () => {
      const connection = await connectRaw(world.url);
      connection.send(head('/pets/tom.jpg'));
      await connection.until((text) => text === 'HTTP/1.1 100 Continue\r\n\r\n');
      connection.send('whiskers');
      const text = await connection.until((received) => received.includes('etag'));
      assert.match(text, /HTTP\/1\.1 200 OK\r\n/);
      connection.socket.destroy();
    });

    it('is refused at once where its signature is wrong', async () => {
      const connection = await connectRaw(world.url);
      connection.send(head('/pets/tom.jpg').replace(/Signature=\w+/, 'Signature=0'));
      const text = await connection.until((received) => received.endsWith('</Error>'));
      assert.match(text, /^HTTP\/1\.1 403 /);
      assert.match(text, /connection: close/i);
    });

    it('is refused at once where it may not write', async () => {
      const connection = await connectRaw(world.url);
      const lines = ['PUT /pets/tom.jpg HTTP/1.1', 'host: a', 'expect: 100-continue'];
      connection.send(`${[...lines, 'content-length: 8'].join('\r\n')}\r\n\r\n`);
      const text = await connection.until((received) => received.endsWith('</Error>'));
      assert.match(text, /^HTTP\/1\.1 403 [\s\S]*<Code>AccessDenied</);
    });

    for (const expected of ['200', ''])
      it(`is not told anything when it expects "${expected}"`, async () => {
        const request = `${head('/pets/tom.jpg', expected)}whiskers`;
        const answer = await exchangeRaw(world.url, request);
        assert.equal(answer.status, 200);
      });

    it('may send it without waiting', async () => {
      const answer = await exchangeRaw(world.url, `${head('/pets/tom.jpg')}whiskers`);
      assert.equal(answer.status, 200);
    });
  });

  it('a header sent several times is signed and kept as a list without spaces', async () => {
    const path = '/pets/listed.jpg';
    const headers = { 'x-amz-meta-colour': 'black,white, grey' };
    const head = signedHead(world.url, { method: 'PUT', path, headers, body: 'cat' });
    const several = 'x-amz-meta-colour: black\r\nx-amz-meta-colour: white, grey';
    const sent = head.replace('x-amz-meta-colour: black,white, grey', several);
    assert.equal((await exchangeRaw(world.url, `${sent}cat`)).status, 200);
    const stored = await world.s3.send(
      new HeadObjectCommand({ Bucket: 'pets', Key: 'listed.jpg' }),
    );
    assert.deepEqual(stored.Metadata, { colour: 'black,white, grey' });
  });

  describe('HEAD', () => {
    for (const [path, status] of [
      ['/pets/large.bin', 200],
      ['/pets/none.bin', 404],
      ['/dogs', 404],
    ] as const) {
      it(`of ${path} answers ${status} without a body`, async () => {
        const connection = await connectRaw(world.url);
        connection.send(signedHead(world.url, { method: 'HEAD', path }));
        connection.send(signedHead(world.url, { method: 'HEAD', path: '/pets' }));
        const text = await connection.until((received) => received.split('\r\n\r\n').length > 2);
        // What follows the first answer's headers is the second answer.
        assert.match(text, new RegExp(`^HTTP/1\\.1 ${status} [^<]+\\r\\n\\r\\nHTTP/1\\.1 200 OK`));
        connection.socket.destroy();
      });
    }

    it('tells the length of the object', async () => {
      const head = await world.s3.send(new HeadObjectCommand({ Bucket: 'pets', Key: 'large.bin' }));
      assert.equal(head.ContentLength, 50_000_000);
    });
  });

  it('a download that is broken off lets go of its file', async () => {
    const open = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).includes(world.dataDir);
        } catch {
          return false; // closed meanwhile
        }
      }).length;
    const before = open();
    const { Body } = await world.s3.send(
      new GetObjectCommand({ Bucket: 'pets', Key: 'large.bin' }),
    );
    assert.ok(open() > before);
    (Body as unknown as { destroy(): void }).destroy();
    await eventually(async () => open() === before);
  });

  it('S3 names a request in the header and in the error alike', async () => {
    const answer = await fetch(`${world.url}/pets/none`);
    const text = await answer.text();
    const id = answer.headers.get('x-amz-request-id') ?? '';
    assert.match(id, /^[0-9A-F]{16}$/);
    assert.ok(text.includes(`<RequestId>${id}</RequestId>`));
    assert.ok(text.includes(`<HostId>${answer.headers.get('x-amz-id-2')}</HostId>`));
  });

  const unsigned: [what: string, path: string, init: RequestInit, status: number][] = [
    [
      'SQS',
      '/',
      { method: 'POST', body: '{}', headers: { 'x-amz-target': 'AmazonSQS.ListQueues' } },
      400,
    ],
    [
      'SNS',
      '/',
      {
        method: 'POST',
        body: 'Action=ListTopics&Version=2010-03-31',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      403,
    ],
    ['Lambda', '/2015-03-31/functions/', {}, 403],
    [
      'an unknown service',
      '/',
      { method: 'POST', body: '{}', headers: { 'x-amz-target': 'Nobody.Nothing' } },
      400,
    ],
  ];
  for (const [what, path, init, status] of unsigned) {
    it(`${what} names an error by UUID`, async () => {
      const answer = await fetch(world.url + path, init);
      assert.equal(answer.status, status, await answer.text());
      assert.match(answer.headers.get('x-amzn-requestid') ?? '', UUID);
    });
  }

  for (const Action of ['ListUsers', 'GetCallerIdentity', 'NoSuchOperation'])
    it(`${Action} is told nobody who does not say who asks`, async () => {
      const answer = await fetch(world.url, {
        method: 'POST',
        body: new URLSearchParams({ Action }),
      });
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /<Code>MissingAuthenticationToken<\/Code>/);
    });

  it('SQS names a success by UUID', async () => {
    const { $metadata } = await world.sqs.send(new ListQueuesCommand({}));
    assert.match($metadata.requestId ?? '', UUID);
  });

  it('a policy may ask which page a request comes from', async () => {
    await world.s3.send(new CreateBucketCommand({ Bucket: 'linked' }));
    await world.s3.send(new DeletePublicAccessBlockCommand({ Bucket: 'linked' }));
    await world.s3.send(
      new PutObjectCommand({ Bucket: 'linked', Key: 'tom.jpg', Body: 'whiskers' }),
    );
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::linked/*',
        Condition: { StringLike: { 'aws:Referer': 'https://pets.example/*' } },
      },
    });
    await world.s3.send(new PutBucketPolicyCommand({ Bucket: 'linked', Policy }));
    const statusFrom = async (referer: string) => {
      const request = `GET /linked/tom.jpg HTTP/1.1\r\nhost: localhost\r\nreferer: ${referer}\r\nconnection: close\r\n\r\n`;
      return (await exchangeRaw(world.url, request)).status;
    };
    assert.equal(await statusFrom('https://pets.example/tom'), 200);
    assert.equal(await statusFrom('https://other.example/'), 403);
  });

  it('a request may name the origin in front of its path', async () => {
    const head = signedHead(world.url, {
      method: 'PUT',
      path: '/pets/absolute.jpg',
      body: 'whiskers',
    });
    const absolute = head.replace('PUT /pets', `PUT ${world.url}/pets`);
    assert.equal((await exchangeRaw(world.url, `${absolute}whiskers`)).status, 200);
    await world.s3.send(new GetObjectCommand({ Bucket: 'pets', Key: 'absolute.jpg' }));
  });

  it('a bucket may stand in the host name', async () => {
    const port = new URL(world.url).port;
    // Not every machine resolves the names below localhost.
    const lookup = (_: string, options: { all?: boolean }, found: (...args: unknown[]) => void) =>
      options.all
        ? found(null, [{ address: '127.0.0.1', family: 4 }])
        : found(null, '127.0.0.1', 4);
    const s3 = new S3Client({
      ...world.client,
      endpoint: `http://localhost:${port}`,
      forcePathStyle: false,
      requestHandler: { httpAgent: new Agent({ lookup: lookup as never }) },
    });
    await s3.send(new PutObjectCommand({ Bucket: 'pets', Key: 'a b/ü.txt', Body: 'virtual' }));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'pets', Key: 'a b/ü.txt' }));
    assert.equal(await Body?.transformToString(), 'virtual');
    const byPath = await world.s3.send(new GetObjectCommand({ Bucket: 'pets', Key: 'a b/ü.txt' }));
    assert.equal(await byPath.Body?.transformToString(), 'virtual');
    s3.destroy();
  });
});
