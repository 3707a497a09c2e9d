import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createIds, seededRandomness } from '../../../src/lib/ids.ts';
import { openSqlite } from '../../../src/storage/sqlite.ts';
import type { Storage, Transaction } from '../../../src/storage/storage.ts';
import { countMessages } from '../../../src/storage/tables/message-counts.ts';
import { appendMessage } from '../../../src/storage/tables/messages.ts';
import { getQueue, insertQueue, type QueueRow } from '../../../src/storage/tables/queues.ts';
import { receiveMessages } from '../../../src/storage/tables/receive-messages.ts';
import { changeVisibility, deleteMessage } from '../../../src/storage/tables/settle-messages.ts';

/** A queue as a list, in the plainest words: what the tables must amount to. */
interface Model {
  now: number;
  readonly messages: ModelMessage[];
  readonly dead: string[];
}

interface ModelMessage {
  readonly body: string;
  readonly group: string;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
  /** Number of the receive that handed it out last. */
  receipt: number;
}

/** What a client may do; numbers choose among what there is. */
type Step =
  | { kind: 'send'; group: number; delay: number }
  | { kind: 'receive'; max: number; timeout: number }
  | { kind: 'delete'; which: number }
  | { kind: 'change'; which: number; timeout: number }
  | { kind: 'pass'; seconds: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('send' as const),
        group: fc.nat(2),
        delay: fc.nat(3),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('receive' as const),
        max: fc.integer({ min: 1, max: 10 }),
        timeout: fc.nat(5),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('delete' as const), which: fc.nat(99) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('change' as const),
        which: fc.nat(99),
        timeout: fc.nat(5),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.nat(20) }),
    },
  ),
  { maxLength: 100, size: 'max' },
);

const START = Date.UTC(2026, 0, 1);
/** One for all runs: they share the database. */
const ids = createIds({ now: () => START }, seededRandomness(1));
/**
 * Only the standard queue's messages expire here: when several groups have expired messages in front, it is the queue's affair how many
 * of them one receive removes, and so which group comes first the next time.
 */
const RETENTIONS = { standard: 60_000, fifo: 14 * 24 * 3600 * 1000 };
const retentionOf = (fifo: boolean) => (fifo ? RETENTIONS.fifo : RETENTIONS.standard);
const RECEIVES_MAX = 3;
let queues = 0;

async function createQueues(storage: Storage, fifo: boolean) {
  const name = `q${++queues}`;
  const row = (suffix: string, deadLetterArn: string | null) => ({
    id: ids.sequence(),
    arn: `arn:aws:sqs:r:1:${name}${suffix}`,
    account: '1',
    region: 'r',
    name: name + suffix,
    fifo: fifo ? 1 : 0,
    created_at: 0,
    attributes: JSON.stringify({ MessageRetentionPeriod: `${retentionOf(fifo) / 1000}` }),
    policy: null,
    dead_letter_arn: deadLetterArn,
    max_receive_count: deadLetterArn === null ? null : RECEIVES_MAX,
    tags: '{}',
  });
  const dead = row('-dead', null);
  const queue = row('', dead.arn);
  await storage.transaction(async (tx) => {
    await insertQueue(tx, dead);
    await insertQueue(tx, queue);
  });
  return { arn: queue.arn, deadArn: dead.arn };
}

for (const fifo of [false, true]) {
  it(`a ${fifo ? 'FIFO' : 'standard'} queue does what its model does`, async () => {
    const storage = await openSqlite();
    await fc.assert(
      fc.asyncProperty(steps, (list) => compare(storage, fifo, list)),
      { numRuns: 150 },
    );
    await storage.close();
  });
}

async function compare(storage: Storage, fifo: boolean, list: Step[]): Promise<void> {
  const model: Model = { now: START, messages: [], dead: [] };
  const { arn, deadArn } = await createQueues(storage, fifo);
  const within = <T>(work: (tx: Transaction, queue: QueueRow) => Promise<T>) =>
    storage.transaction(async (tx) => work(tx, (await getQueue(tx, arn)) as QueueRow));
  /** Every handle ever given out, with the model's message and receive. */
  const handles: { message: ModelMessage; receipt: number; row: number; number: number }[] = [];
  let sent = 0;
  let receives = 0;

  for (const step of list) {
    const { now } = model;
    if (step.kind === 'pass') model.now += step.seconds * 1000;
    if (step.kind === 'send') {
      const body = `${++sent}`;
      const delayMs = fifo ? 0 : step.delay * 1000;
      const group = `${step.group}`;
      await within((tx, queue) => {
        const order = fifo ? { groupId: group, deduplicationId: body } : { delayMs };
        return appendMessage(tx, queue, { body, senderId: 'x', ...order }, ids, now);
      });
      const times = { sentAt: now, visibleAt: now + delayMs };
      model.messages.push({ body, group, ...times, receives: 0, receipt: 0 });
    }
    if (step.kind === 'receive') {
      const visibilityTimeoutMs = step.timeout * 1000;
      const number = ++receives;
      const expected = modelReceive(model, fifo, step.max, visibilityTimeoutMs, number);
      const received = await within((tx, queue) =>
        receiveMessages(tx, queue, { max: step.max, visibilityTimeoutMs, now, ids }),
      );
      assert.deepEqual(
        received.map(({ body, receive_count }) => [body, receive_count]).sort(),
        expected.map((message) => [message.body, message.receives]).sort(),
      );
      for (const { id, receipt, body } of received) {
        const message = expected.find((each) => each.body === body);
        if (message) handles.push({ message, receipt: number, row: id, number: receipt });
      }
    }
    if ((step.kind === 'delete' || step.kind === 'change') && handles.length > 0) {
      const handle = handles[step.which % handles.length];
      if (!handle) continue;
      const { message } = handle;
      const current = model.messages.includes(message) && message.receipt === handle.receipt;
      // A standard queue takes any receipt of a message to hide or show it, but only the last to delete it.
      const usable =
        step.kind === 'change' && !fifo
          ? model.messages.includes(message)
          : current && (!fifo || message.visibleAt > now);
      const receipt = { messageRow: handle.row, receipt: handle.number };
      if (step.kind === 'delete') {
        const outcome = await within((tx, queue) => deleteMessage(tx, queue, receipt, now));
        assert.equal(outcome === 'deleted', usable);
        if (usable) model.messages.splice(model.messages.indexOf(message), 1);
      } else {
        const outcome = await within((tx, queue) =>
          changeVisibility(tx, queue, receipt, step.timeout * 1000, now),
        );
        assert.equal(outcome === 'changed', usable);
        if (usable) message.visibleAt = now + step.timeout * 1000;
      }
    }
    await checkCounts();
  }
  const deadBodies = await storage.read((reader) =>
    reader.all<{ body: string }>(
      'SELECT body FROM messages WHERE backlog = (SELECT backlog FROM queues WHERE arn = ?)',
      deadArn,
    ),
  );
  assert.deepEqual(deadBodies.map(({ body }) => body).sort(), model.dead.sort());

  async function checkCounts() {
    const { now, messages } = model;
    const kept = messages.filter((message) => message.sentAt > now - retentionOf(fifo));
    const hidden = kept.filter((message) => message.visibleAt > now);
    const delayed = hidden.filter((message) => message.receives === 0).length;
    assert.deepEqual(await within((tx, queue) => countMessages(tx, queue, now)), {
      visible: kept.length - hidden.length,
      inFlight: hidden.length - delayed,
      delayed,
    });
  }
}

function modelReceive(
  model: Model,
  fifo: boolean,
  max: number,
  timeoutMs: number,
  number: number,
): ModelMessage[] {
  const { now, messages } = model;
  const received: ModelMessage[] = [];
  const remove = (message: ModelMessage) => messages.splice(messages.indexOf(message), 1);
  const take = (message: ModelMessage) => {
    if (message.sentAt <= now - retentionOf(fifo)) return remove(message);
    if (message.receives === RECEIVES_MAX) {
      model.dead.push(message.body);
      return remove(message);
    }
    message.receives++;
    message.receipt = number;
    message.visibleAt = now + timeoutMs;
    return received.push(message);
  };
  const byTime = (a: ModelMessage, b: ModelMessage) =>
    a.visibleAt - b.visibleAt || Number(a.body) - Number(b.body);
  const due = (message: ModelMessage) => message.visibleAt <= now;

  if (!fifo) {
    for (const message of messages.filter(due).sort(byTime)) {
      if (received.length === max) break;
      take(message);
    }
    return received;
  }
  const taken = new Set<string>();
  for (;;) {
    const fronts = [...new Set(messages.map(({ group }) => group))]
      .filter((group) => !taken.has(group))
      .map((group) => messages.find((message) => message.group === group))
      .filter((message) => message !== undefined)
      .filter(due)
      .sort(byTime);
    const front = fronts[0];
    if (!front || received.length === max) return received;
    taken.add(front.group);
    for (const message of messages.filter(({ group }) => group === front.group)) {
      if (received.length === max || !due(message)) break;
      take(message);
    }
  }
}
