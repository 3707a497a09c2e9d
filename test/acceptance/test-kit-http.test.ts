import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  CreateEventSourceMappingCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  InvokeCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { zipOf } from '../../src/lib/zip.ts';
import { type ServerProcess, startProcess } from '../support/process.ts';

const FAILS = "export const handler = async () => { throw new Error('told to fail'); };";

interface Answer {
  readonly status: number;
  readonly body: { code?: string; message?: string; settled?: boolean; now?: number };
}

/** The test kit of a server in a process of its own, whose engine runs on a thread of its own. */
describe('spillway serve --test-kit --in-memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-http-'));
  const dataDir = join(folder, 'data');
  let server: ServerProcess;
  let sqs: SQSClient;
  let lambda: LambdaClient;
  before(async () => {
    server = await startProcess({ dataDir, args: ['--in-memory', '--test-kit', '--seed', '1'] });
    const options = {
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    sqs = new SQSClient(options);
    lambda = new LambdaClient(options);
  });
  after(async () => {
    sqs.destroy();
    lambda.destroy();
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${server.url}/_spillway/test-kit/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };

  it('settles three minutes of retries', async () => {
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'dead' }));
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: 'f',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/f',
        Code: { ZipFile: zipOf({ 'index.mjs': FAILS }) },
        DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:123456789012:dead' },
      }),
    );
    await lambda.send(
      new InvokeCommand({ FunctionName: 'f', InvocationType: 'Event', Payload: '{"a":1}' }),
    );
    const { status, body } = await call('POST', 'settled');
    assert.equal(status, 200);
    assert.equal(body.settled, true);
    assert.ok((body.now ?? 0) > Date.now() + 170_000);
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    assert.equal(Messages?.[0]?.Body, '{"a":1}');
  });

  it('says what is left when something waits in vain', async () => {
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'q' }));
    const EventSourceArn = 'arn:aws:sqs:us-east-1:123456789012:q';
    await lambda.send(new CreateEventSourceMappingCommand({ EventSourceArn, FunctionName: 'f' }));
    await lambda.send(new DeleteFunctionCommand({ FunctionName: 'f' }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    const { status, body } = await call('POST', 'settled', { limit: '10 s' });
    assert.equal(status, 409);
    assert.equal(body.code, 'NotSettled');
    assert.match(body.message ?? '', /1 message in .*The function does not exist/);
  });

  it('refuses what it cannot read', async () => {
    for (const [path, body] of [
      ['clock', {}],
      ['clock', { by: 'soon' }],
      ['clock', { by: [1] }],
      ['settled', { limit: -1 }],
      ['faults', {}],
      ['faults', { kind: 'error', times: '3' }],
      ['faults', { kind: 'delay', destination: ['*'] }],
    ] as const) {
      const answer = await call('POST', path, body);
      assert.equal(answer.status, 400, `${path} ${JSON.stringify(body)}`);
      assert.equal(answer.body.code, 'ValidationException');
    }
    assert.deepEqual((await call('GET', 'faults')).body, { faults: [] });
  });

  it('keeps nothing in the data folder', () => assert.ok(!existsSync(dataDir)));
});

describe('spillway serve', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-http-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has no test kit unless it is told to', async () => {
    const server = await startProcess({ dataDir: folder });
    const url = `${server.url}/_spillway/test-kit/settled`;
    const response = await fetch(url, { method: 'POST' });
    assert.equal(response.status, 404);
    assert.match(await response.text(), /start it with --test-kit/);
    await server.end('SIGTERM');
  });

  it('lets nobody move the time from elsewhere', async () => {
    const args = ['--test-kit', '--host', '0.0.0.0', '--secret-access-key', 'of my own'];
    await assert.rejects(
      startProcess({ dataDir: folder, args }),
      /ended with 2:.*--host 127.0.0.1/s,
    );
  });
});
