import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Lambda } from '@aws-sdk/client-lambda';
import { S3 } from '@aws-sdk/client-s3';
import { SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../src/lib/zip.ts';
import { type ServerProcess, startProcess } from '../support/process.ts';

/** More than the buffers between a server and a client hold. */
const OBJECT_BYTES = 32 * 1024 * 1024;
const READ_PAUSE_MS = 10;
/** A function is given five seconds to end, and everything else less. */
const STOP_MS_MAX = 9000;

/** Asks the server for something after a while; with `forever` it does not end. */
const CODE = `
  import { SQS } from '@aws-sdk/client-sqs';
  export const handler = async ({ forever }) => {
    await new Promise((resolve) => setTimeout(resolve, forever ? 3_600_000 : 1500));
    const { QueueUrls } = await new SQS({}).listQueues({});
    return QueueUrls.length;
  };`;

describe('SIGTERM', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-stop-'));
  let server: ServerProcess;
  let s3: S3;
  let sqs: SQS;
  let lambda: Lambda;
  before(async () => {
    server = await startProcess({ dataDir });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = { endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 };
    s3 = new S3({ ...client, forcePathStyle: true });
    sqs = new SQS(client);
    lambda = new Lambda(client);
    await sqs.createQueue({ QueueName: 'empty' });
    await s3.createBucket({ Bucket: 'large' });
    await s3.putObject({ Bucket: 'large', Key: 'large', Body: Buffer.alloc(OBJECT_BYTES) });
    await lambda.createFunction({
      FunctionName: 'slow',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::123456789012:role/slow',
      Timeout: 300,
      Code: { ZipFile: zipOf({ 'index.mjs': CODE }) },
    });
  });
  after(async () => {
    for (const client of [s3, sqs, lambda]) client.destroy();
    await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  const invoke = (payload: object) =>
    lambda.invoke({ FunctionName: 'slow', Payload: JSON.stringify(payload) });
  const download = async () => {
    const { Body } = await s3.getObject({ Bucket: 'large', Key: 'large' });
    let bytes = 0;
    for await (const chunk of Body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      await pause(READ_PAUSE_MS);
    }
    return bytes;
  };

  it('answers everything that is under way, and then ends', async () => {
    await invoke({}); // The process of the function is there, so that a run takes as long as it says.
    const idle = connect({ port: Number(new URL(server.url).port), allowHalfOpen: true });
    idle.on('error', () => undefined);
    idle.write('GET /_spillway/health HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(idle, 'data');
    const QueueUrl = `${server.url}/123456789012/empty`;
    const polled = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    const ran = invoke({});
    const cut = assert.rejects(invoke({ forever: true }), { name: 'ServiceException' });
    const downloaded = download();
    // Nothing outside tells when all of them are under way.
    await pause(500);

    const start = performance.now();
    const code = await server.end('SIGTERM');
    const took = performance.now() - start;
    idle.destroy();
    assert.equal((await polled).Messages, undefined);
    assert.equal((await ran).Payload?.transformToString(), '1');
    await cut;
    assert.equal(await downloaded, OBJECT_BYTES);
    assert.equal(code, 0, server.output());
    assert.ok(took < STOP_MS_MAX, `took ${took} ms`);
  });

  it('stops a server that has nothing to do at once', async () => {
    server = await startProcess({ dataDir });
    const start = performance.now();
    assert.equal(await server.end('SIGTERM'), 0);
    assert.ok(performance.now() - start < 3000);
  });
});
