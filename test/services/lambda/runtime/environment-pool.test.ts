import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVirtualClock } from '../../../../src/lib/virtual-clock.ts';
import {
  createEnvironmentPool,
  type Pooled,
} from '../../../../src/services/lambda/runtime/environment-pool.ts';
import type { FunctionSpec } from '../../../../src/services/lambda/runtime/function-spec.ts';
import { WAITING_INVOCATIONS_MAX } from '../../../../src/services/lambda/runtime/limits.ts';
import { functionSpec } from './support.ts';

interface Fake extends Pooled {
  readonly id: number;
}

function pool(environmentsMax: number) {
  const clock = createVirtualClock({ now: () => 0, at: () => () => undefined });
  const started: Fake[] = [];
  const ended: number[] = [];
  const failures: unknown[] = [];
  const environments = createEnvironmentPool<Fake>({
    clock,
    environmentsMax,
    idleTimeoutMs: 60_000,
    start(spec) {
      const id = started.length;
      const end = async () => {
        ended.push(id);
        if (spec.name === 'stuck') throw new Error('stuck');
      };
      started.push({ id, spec, end });
      return started[id] as Fake;
    },
    onEndFailure: (_, error) => failures.push(error),
  });
  return { ...environments, clock, ended, failures };
}

const a = functionSpec({ name: 'a' });
const b = functionSpec({ name: 'b' });
const revised: FunctionSpec = { ...a, revision: '2' };

test('an idle environment of the same revision is used again, the latest first', async () => {
  const { acquire, release, stats } = pool(10);
  const first = await acquire(a);
  const second = await acquire(a);
  assert.notEqual(first, second);
  release(first);
  release(second);
  assert.deepEqual(stats(), { idle: 2, busy: 0, waiting: 0 });
  assert.equal(await acquire({ ...a }), second);
  assert.notEqual((await acquire(revised)).id, first.id);
  assert.equal(await acquire(a), first);
});

test('at the cap the longest idle environment makes room', async () => {
  const { acquire, release, stats, ended } = pool(2);
  const [first, second] = [await acquire(a), await acquire(a)];
  release(second);
  release(first);
  await acquire(b);
  assert.deepEqual(ended, [second.id]);
  assert.deepEqual(stats(), { idle: 1, busy: 1, waiting: 0 });
});

test('functions that hang leave room for functions that have none busy', async () => {
  const { acquire, release, stats } = pool(8);
  const hanging = [];
  for (let i = 0; i < 6; i++) hanging.push(await acquire(a));
  const served: string[] = [];
  const wait = async (spec: FunctionSpec) => {
    const environment = await acquire(spec);
    served.push(spec.name);
    return environment;
  };
  const waiting = [wait(a), wait(revised), wait(b), wait(b)] as const;
  const first = await waiting[2];
  assert.deepEqual([served, stats()], [['b'], { idle: 0, busy: 7, waiting: 3 }]);
  release(first);
  release(await waiting[3]);
  assert.deepEqual(served, ['b', 'b']);
  for (const environment of hanging) release(environment);
  await Promise.all(waiting);
  assert.deepEqual(served, ['b', 'b', 'a', 'a']);
});

test('when all are busy callers are served in the order in which they came', async () => {
  const { acquire, release, stats, ended } = pool(1);
  const first = await acquire(a);
  const served: string[] = [];
  const wait = async (spec: FunctionSpec) => {
    const environment = await acquire(spec);
    served.push(`${spec.name} by ${environment.id}`);
    return environment;
  };
  const waiting = [wait(b), wait(a), wait(a)] as const;
  assert.deepEqual(stats(), { idle: 0, busy: 1, waiting: 3 });
  release(first);
  release(await waiting[0]);
  release(await waiting[1]);
  await waiting[2];
  assert.deepEqual(served, ['b by 1', 'a by 2', 'a by 2']);
  assert.deepEqual(ended, [0, 1]);
});

test('the line is bounded', async () => {
  const { acquire, stats } = pool(1);
  await acquire(a);
  for (let i = 0; i < WAITING_INVOCATIONS_MAX; i++) void acquire(b);
  await assert.rejects(acquire(b), {
    code: 'TooManyRequestsException',
    message: 'Rate Exceeded.',
    status: 429,
    members: { Type: 'User', Reason: 'ConcurrentInvocationLimitExceeded' },
  });
  assert.equal(stats().waiting, WAITING_INVOCATIONS_MAX);
});

test('an environment that served nobody for the idle time is ended', async () => {
  const { acquire, release, clock, ended, stats } = pool(10);
  const first = await acquire(a);
  release(first);
  await clock.advance(59_999);
  assert.equal(await acquire(a), first);
  await clock.advance(60_000);
  assert.deepEqual(ended, [], 'it is busy');
  release(first);
  await clock.advance(60_000);
  assert.deepEqual(ended, [first.id]);
  assert.deepEqual(stats(), { idle: 0, busy: 0, waiting: 0 });
});

test('retired environments end: idle ones at once, busy ones when they are done', async () => {
  const { acquire, release, retire, ended } = pool(10);
  const [idle, busy, other] = [await acquire(a), await acquire(a), await acquire(revised)];
  release(idle);
  release(other);
  await retire((spec) => spec.arn === a.arn && spec.revision !== '2');
  assert.deepEqual(ended, [idle.id]);
  release(busy);
  assert.deepEqual(ended, [idle.id, busy.id]);
  assert.equal(await acquire(revised), other);
});

test('close ends all and turns away who waits and who comes', async () => {
  const { acquire, release, close, ended } = pool(2);
  const [idle, busy] = [await acquire(a), await acquire(a)];
  const waiting = assert.rejects(acquire(b), { code: 'ServiceException' });
  await close();
  await waiting;
  assert.deepEqual(ended, [idle.id, busy.id]);
  await assert.rejects(acquire(a), { code: 'ServiceException' });
  release(idle);
});

test('an environment that cannot be ended is reported and holds up nobody', async () => {
  const { acquire, release, retire, failures } = pool(1);
  release(await acquire(functionSpec({ name: 'stuck' })));
  await retire(() => true);
  assert.equal((failures[0] as Error).message, 'stuck');
  assert.equal((await acquire(a)).id, 1);
});
