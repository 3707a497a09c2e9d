import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import {
  openRuntimeApi,
  type RuntimeMessage,
} from '../../../../src/services/lambda/runtime/runtime-api.ts';
import { until } from './support.ts';

async function open(t: TestContext) {
  const said: RuntimeMessage[] = [];
  const api = await openRuntimeApi((message) => said.push(message));
  t.after(() => api.close());
  const call = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`http://${api.address}/2018-06-01/runtime/${path}`, { method, ...init });
  const deliver = (requestId: string) =>
    api.deliver({
      requestId,
      payload: Buffer.from('{"a":1}'),
      deadlineMs: 1_700_000_000_000,
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:pets',
    });
  const heard = () => until(() => said.length > 0).then(() => said.shift());
  return { api, call, deliver, heard, said };
}

const errorType = async (response: Response) =>
  [response.status, ((await response.json()) as { errorType: string }).errorType] as const;

test('an event is waited for, handed out once with its headers, and answered once', async (t) => {
  const { call, deliver, heard, said } = await open(t);
  const next = call('GET', 'invocation/next');
  assert.deepEqual(await heard(), { kind: 'next' });
  assert.deepEqual(await errorType(await call('GET', 'invocation/next')), [
    403,
    'InvalidStateTransition',
  ]);
  deliver('one');
  const event = await next;
  assert.equal(event.status, 200);
  assert.equal(await event.text(), '{"a":1}');
  assert.equal(event.headers.get('Lambda-Runtime-Aws-Request-Id'), 'one');
  assert.equal(event.headers.get('Lambda-Runtime-Deadline-Ms'), '1700000000000');
  assert.equal(
    event.headers.get('Lambda-Runtime-Invoked-Function-Arn'),
    'arn:aws:lambda:us-east-1:123456789012:function:pets',
  );
  assert.equal(event.headers.get('Lambda-Runtime-Trace-Id'), null);

  const cases: readonly [method: string, path: string, status: number, errorType: string][] = [
    ['GET', 'invocation/next', 403, 'InvalidStateTransition'],
    ['POST', 'init/error', 403, 'InvalidStateTransition'],
    ['POST', 'invocation/two/response', 400, 'InvalidRequestID'],
    ['POST', 'invocation/two/error', 400, 'InvalidRequestID'],
    ['GET', 'invocation/one/response', 404, 'ResourceNotFound'],
    ['POST', 'elsewhere', 404, 'ResourceNotFound'],
  ];
  for (const [method, path, status, type] of cases) {
    assert.deepEqual(await errorType(await call(method, path)), [status, type], path);
  }
  assert.deepEqual(said, [], 'none of these counted');

  const answer = await call('POST', 'invocation/one/response', { body: '"well"' });
  assert.equal(answer.status, 202);
  assert.deepEqual(await answer.json(), { status: 'OK' });
  assert.deepEqual(await heard(), { kind: 'response', payload: Buffer.from('"well"') });
  assert.deepEqual(await errorType(await call('POST', 'invocation/one/error')), [
    403,
    'InvalidStateTransition',
  ]);
});

test('errors of invocation and init carry their body and type', async (t) => {
  const headers = { 'Lambda-Runtime-Function-Error-Type': 'Pets.Asleep' };
  const init = await open(t);
  assert.equal((await init.call('POST', 'init/error', { body: '{}', headers })).status, 202);
  assert.deepEqual(await init.heard(), {
    kind: 'initError',
    payload: Buffer.from('{}'),
    errorType: 'Pets.Asleep',
  });
  assert.deepEqual(await errorType(await init.call('POST', 'init/error')), [
    403,
    'InvalidStateTransition',
  ]);
  const { call, deliver, heard } = await open(t);
  const next = call('GET', 'invocation/next');
  await heard();
  deliver('one');
  await next;
  assert.equal((await call('POST', 'invocation/one/error', { body: '{"x":1}' })).status, 202);
  assert.deepEqual(await heard(), { kind: 'error', payload: Buffer.from('{"x":1}') });
});

test('an event is not lost when the call that waited for it broke off', async (t) => {
  const { call, deliver, heard, said } = await open(t);
  const abort = new AbortController();
  const first = call('GET', 'invocation/next', { signal: abort.signal });
  await heard();
  abort.abort();
  await assert.rejects(first);
  // Refused for as long as the server has not seen the break, then kept waiting.
  let second = call('GET', 'invocation/next');
  while (await isRefused(second)) second = call('GET', 'invocation/next');
  deliver('one');
  assert.equal((await second).headers.get('Lambda-Runtime-Aws-Request-Id'), 'one');
  assert.deepEqual(said, [], 'the runtime was ready already');
});

/** A call that was not answered for a while is taken to be waiting. */
async function isRefused(answer: Promise<Response>): Promise<boolean> {
  const waiting = new Promise<undefined>((resolve) => setTimeout(resolve, 100, undefined));
  return (await Promise.race([answer, waiting]))?.status === 403;
}

test('a streamed response may end in an error', async (t) => {
  const { api, call, deliver, heard } = await open(t);
  const next = call('GET', 'invocation/next');
  await heard();
  deliver('one');
  await next;
  const [host, port] = api.address.split(':');
  const error = '{"errorMessage":"broke","errorType":"Pets.Broke"}';
  const socket = connect(Number(port), host);
  t.after(() => socket.destroy());
  socket.write(
    [
      'POST /2018-06-01/runtime/invocation/one/response HTTP/1.1',
      'Host: runtime',
      'Lambda-Runtime-Function-Response-Mode: streaming',
      'Transfer-Encoding: chunked',
      'Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body',
      '',
      '4',
      'half',
      '0',
      'Lambda-Runtime-Function-Error-Type: Pets.Broke',
      `Lambda-Runtime-Function-Error-Body: ${Buffer.from(error).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  assert.deepEqual(await heard(), { kind: 'error', payload: Buffer.from(error) });
});
