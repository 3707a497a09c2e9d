import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createVirtualClock } from '../../../src/lib/virtual-clock.ts';
import {
  LONG_POLLS_MAX,
  STOPPING_SIGNAL,
  waitForMessages,
} from '../../../src/services/sqs/wait-for-messages.ts';
import { createSignals } from '../../../src/storage/signals.ts';
import { queueSignal } from '../../../src/storage/tables/queues.ts';

const ARN = 'arn:aws:sqs:us-east-1:123456789012:q';

function createPlatform() {
  const signals = createSignals();
  const clock = createVirtualClock();
  return { clock, signals, storage: { signals } as never };
}

/** Polls that have fallen asleep; `woken` lists those that woke, in order. */
function startPolls(
  platform: ReturnType<typeof createPlatform>,
  count: number,
  visibleAt?: number,
) {
  const deadline = platform.clock.now() + 20_000;
  const woken: number[] = [];
  const polls = Array.from({ length: count }, () => waitForMessages(platform, ARN));
  const sleeping = polls.map(async (poll, index) => {
    await poll.next(deadline, visibleAt);
    woken.push(index);
  });
  return { polls, woken, sleeping };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

it('news wakes the first who waits, and who leaves wakes the next', async () => {
  const platform = createPlatform();
  const { polls, woken } = startPolls(platform, 3);
  platform.signals.fire(queueSignal('another queue'));
  await settle();
  assert.deepEqual(woken, []);
  platform.signals.fire(queueSignal(ARN));
  await settle();
  assert.deepEqual(woken, [0]);
  polls[0]?.end();
  await settle();
  assert.deepEqual(woken, [0, 1]);
});

it('news that comes between the look and the sleep is not missed', async () => {
  const platform = createPlatform();
  const poll = waitForMessages(platform, ARN);
  platform.signals.fire(queueSignal(ARN));
  await poll.next(platform.clock.now() + 20_000, undefined);
  poll.end();
});

it('only the first sets an alarm for a hidden message', async () => {
  const platform = createPlatform();
  const { woken, sleeping } = startPolls(platform, 3, platform.clock.now() + 5000);
  await platform.clock.advance(6000, settle);
  assert.deepEqual(woken, [0]);
  await platform.clock.advance(20_000, settle);
  await Promise.all(sleeping);
  assert.deepEqual(woken, [0, 1, 2]);
});

it('everybody wakes when the server stops', async () => {
  const platform = createPlatform();
  const { polls, sleeping } = startPolls(platform, 3);
  platform.signals.fire(STOPPING_SIGNAL);
  await Promise.all(sleeping);
  assert.ok(polls.every((poll) => poll.stopped));
});

it('no more than so many can wait, and those who leave make room', () => {
  const platform = createPlatform();
  const polls = Array.from({ length: LONG_POLLS_MAX }, (_, index) =>
    waitForMessages(platform, `${ARN}${index % 7}`),
  );
  assert.throws(() => waitForMessages(platform, ARN), { code: 'RequestThrottled' });
  for (const poll of polls) poll.end();
  waitForMessages(platform, ARN).end();
});
