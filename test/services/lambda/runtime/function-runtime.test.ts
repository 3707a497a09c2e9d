import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../../../../src/lib/clock.ts';
import { createVirtualClock } from '../../../../src/lib/virtual-clock.ts';
import { ids, nodeFunction, pythonFunction, startRuntime, until } from './support.ts';

const COUNTING = `
  let count = 0;
  export const handler = async (milliseconds = 0) => {
    if (milliseconds) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return [process.pid, ++count];
  };`;

test('one process serves invocations one after the other, more serve them at once', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(t, COUNTING);
  const pids = new Set<number>();
  for (const expected of [1, 2, 3]) {
    const [pid, count] = (await runtime.call(spec, 0)).payload;
    pids.add(pid);
    assert.equal(count, expected);
  }
  assert.equal(pids.size, 1);
  const answers = await Promise.all([1, 2, 3].map(() => runtime.call(spec, 200)));
  for (const { payload } of answers) pids.add(payload[0]);
  assert.equal(pids.size, 3);
  assert.deepEqual(runtime.stats(), { idle: 3, busy: 0, waiting: 0 });
});

test('at the cap invocations wait for their turn', async (t) => {
  const runtime = startRuntime(t, { environmentsMax: 1 });
  const spec = nodeFunction(t, COUNTING);
  const answers = await Promise.all([1, 2, 3].map(() => runtime.call(spec, 1)));
  assert.deepEqual(
    answers.map(({ payload }) => payload[1]),
    [1, 2, 3],
  );
});

test('reserved concurrency is for all versions together, and 0 blocks', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(t, COUNTING);
  const version = { ...spec, qualifiedArn: `${spec.arn}:1`, version: '1' };
  const throttled = {
    code: 'TooManyRequestsException',
    status: 429,
    members: { Type: 'User', Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
  };
  const running = runtime.call(spec, 100, { reservedConcurrency: 1 });
  await until(() => runtime.stats().busy === 1);
  await assert.rejects(runtime.call(version, 0, { reservedConcurrency: 1 }), throttled);
  await running;
  await runtime.call(version, 0, { reservedConcurrency: 1 });
  await assert.rejects(runtime.call(spec, 0, { reservedConcurrency: 0 }), throttled);
});

test('a new revision runs in new environments, and the old ones can be retired', async (t) => {
  const runtime = startRuntime(t);
  const old = nodeFunction(t, `export const handler = async () => 'old';`);
  const changed = {
    ...nodeFunction(t, `export const handler = async () => 'new';`),
    revision: '2',
  };
  const version = { ...old, qualifiedArn: `${old.arn}:1`, version: '1' };
  assert.equal((await runtime.call(old)).payload, 'old');
  assert.equal((await runtime.call(version)).payload, 'old');
  assert.equal((await runtime.call(changed)).payload, 'new');
  assert.equal(runtime.stats().idle, 3);
  await runtime.retire(old.qualifiedArn, '2');
  assert.equal(runtime.stats().idle, 2);
  await runtime.retire(old.arn);
  assert.equal(runtime.stats().idle, 0);
});

test('close rejects the invocations that run: that was not the function’s fault', async (t) => {
  const runtime = startRuntime(t);
  const running = runtime.call(nodeFunction(t, COUNTING), 60_000);
  const rejected = assert.rejects(running, { code: 'ServiceException', status: 500 });
  await until(() => runtime.stats().busy === 1);
  await runtime.close();
  await rejected;
});

test('close during a cold start leaves nothing', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(t, 'import time\ntime.sleep(1000)');
  const rejected = assert.rejects(runtime.call(spec), { code: 'ServiceException' });
  await until(() => runtime.stats().busy === 1);
  await runtime.close();
  await rejected;
  assert.deepEqual(runtime.stats(), { idle: 0, busy: 0, waiting: 0 });
});

test('moving the platform’s clock forward does not time out a function that runs', async (t) => {
  const clock = createVirtualClock();
  const runtime = startRuntime(t, { clock });
  const spec = nodeFunction(
    t,
    `export const handler = async (event, context) => {
       await new Promise((resolve) => setTimeout(resolve, 200));
       return context.getRemainingTimeInMillis();
     };`,
    { timeoutSeconds: 5 },
  );
  const running = runtime.call(spec);
  await until(() => runtime.stats().busy === 1);
  await clock.advance(3_600_000);
  const { payload, log } = await running;
  assert.ok(payload > 0 && payload <= 5_000, `${payload}\n${log}`);
  await clock.advance(3_600_000);
  await until(() => runtime.stats().idle === 0);
});

test('a process whose credentials would run out is started anew with fresh ones', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(
    t,
    'export const handler = async () => process.env.AWS_ACCESS_KEY_ID;',
    { timeoutSeconds: 10 },
  );
  let asked = 0;
  const invoke = async (lifeMs: number) => {
    const invocation = {
      requestId: ids.uuid(),
      payload: Buffer.from('{}'),
      invokedFunctionArn: spec.arn,
    };
    const { payload } = await runtime.invoke(spec, invocation, async () => ({
      accessKeyId: `KEY${++asked}`,
      secretAccessKey: 's',
      sessionToken: 't',
      expiresAtMs: systemClock.now() + lifeMs,
    }));
    return JSON.parse(Buffer.from(payload).toString());
  };
  assert.equal(await invoke(60_000), 'KEY1');
  assert.equal(await invoke(60_000), 'KEY1');
  assert.equal(asked, 1);
  await runtime.retire(spec.arn);
  assert.equal(await invoke(9_000), 'KEY2');
  assert.equal(await invoke(60_000), 'KEY3');
});

test('credentials that cannot be had reject the invocation, and the next one tries again', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(t, COUNTING);
  const invocation = {
    requestId: ids.uuid(),
    payload: Buffer.from('0'),
    invokedFunctionArn: spec.arn,
  };
  const refuse = async () => {
    throw new Error('no such role');
  };
  await assert.rejects(runtime.invoke(spec, invocation, refuse), { message: 'no such role' });
  assert.equal((await runtime.call(spec, 0)).payload[1], 1);
});
