import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Job } from '../../src/delivery/destination.ts';
import { nextTry } from '../../src/delivery/destinations/rule-targets/retry-policy.ts';
import { startSpillway } from '../../src/testing.ts';
import { createEventAccount } from '../support/event-account.ts';

const HOUR = 60 * 60 * 1000;
const at = (now: number, random = 0.5) =>
  ({ clock: { now: () => now }, ids: { random: () => random } }) as Parameters<typeof nextTry>[2];
const job = (attempt: number): Pick<Job, 'event' | 'attempt'> => ({
  attempt,
  event: { at: 0 } as Job['event'],
});

const tries: [string, Parameters<typeof nextTry>, ReturnType<typeof nextTry>][] = [
  ['after the first', [undefined, job(1), at(0)], 750],
  ['after the fifth', [undefined, job(5), at(1000)], 1000 + 16_000 * 0.75],
  ['at most ten minutes later', [undefined, job(100), at(HOUR, 0.999999)], HOUR + 600_000],
  ['after the 185th', [undefined, job(185), at(0, 0)], 300_000],
  ['never after 185 retries', [undefined, job(186), at(0)], 'MaximumRetryAttempts'],
  ['never after a day', [undefined, job(2), at(24 * HOUR)], 'MaximumEventAgeInSeconds'],
  ['never without retries', [{ MaximumRetryAttempts: 0 }, job(1), at(0)], 'MaximumRetryAttempts'],
  [
    'never when the event would be too old',
    [{ MaximumEventAgeInSeconds: 60 }, job(1), at(59_500)],
    'MaximumEventAgeInSeconds',
  ],
];
for (const [name, args, expected] of tries)
  test(`the next try comes ${name}`, () => assert.equal(nextTry(...args), expected));

test('the tries of a whole policy take most of a day', () => {
  let now = 0;
  for (let attempt = 1; attempt <= 185; attempt++) {
    const next = nextTry(undefined, job(attempt), at(now, 0.5));
    assert.equal(typeof next, 'number');
    now = Number(next);
  }
  assert.ok(now > 20 * HOUR && now < 24 * HOUR, `${now / HOUR} hours`);
});

test('a target that fails is tried again, and arrives', async () => {
  await using spillway = await startSpillway();
  using own = createEventAccount(spillway.clientOptions);
  const queue = await own.queue('queue');
  await own.rule('shop', [{ Id: 'q', Arn: queue.arn }]);
  spillway.faults.add({ kind: 'error', destination: queue.arn, times: 3 });
  const id = await own.put('shop');
  await spillway.settled();
  assert.equal(JSON.parse((await own.receive(queue)).Body ?? '').id, id);
});

const exhausted = [
  [{ MaximumRetryAttempts: 2 }, 'MaximumRetryAttempts', '2'],
  [{ MaximumRetryAttempts: 0 }, 'MaximumRetryAttempts', '0'],
  [{ MaximumEventAgeInSeconds: 60 }, 'MaximumEventAgeInSeconds', undefined],
] as const;
for (const [RetryPolicy, condition, retries] of exhausted)
  test(`retries end by ${JSON.stringify(RetryPolicy)}`, async () => {
    await using spillway = await startSpillway();
    using own = createEventAccount(spillway.clientOptions);
    const queue = await own.queue('queue');
    const dead = await own.queue('dead');
    await own.rule('shop', [
      { Id: 'q', Arn: queue.arn, RetryPolicy, DeadLetterConfig: { Arn: dead.arn } },
    ]);
    spillway.faults.add({ kind: 'error', destination: queue.arn, times: 1000 });
    const id = await own.put('shop');
    await spillway.settled();
    const { Body = '', MessageAttributes } = await own.receive(dead);
    assert.equal(JSON.parse(Body).id, id);
    assert.equal(MessageAttributes?.EXHAUSTED_RETRY_CONDITION?.StringValue, condition);
    if (retries !== undefined)
      assert.equal(MessageAttributes?.RETRY_ATTEMPTS?.StringValue, retries);
    else assert.ok(Number(MessageAttributes?.RETRY_ATTEMPTS?.StringValue) > 2);
    assert.match(MessageAttributes?.ERROR_MESSAGE?.StringValue ?? '', /answered 500/);
  });

test('a target that was removed gets nothing', async () => {
  await using spillway = await startSpillway();
  using own = createEventAccount(spillway.clientOptions);
  const queue = await own.queue('queue');
  await own.rule('shop', [{ Id: 'q', Arn: queue.arn }]);
  spillway.faults.add({ kind: 'error', destination: queue.arn });
  await own.put('shop');
  await own.events.removeTargets({ Rule: 'shop', Ids: ['q'] });
  await spillway.settled();
  assert.equal(await own.count(queue), 0);
});
