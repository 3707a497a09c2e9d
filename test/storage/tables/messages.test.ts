import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createIds, seededRandomness } from '../../../src/lib/ids.ts';
import type { Storage, Transaction } from '../../../src/storage/storage.ts';
import { countMessages, nextVisibleAt } from '../../../src/storage/tables/message-counts.ts';
import { decodeAttributes } from '../../../src/storage/tables/message-row.ts';
import { expireMessages, sweepDroppedBacklogs } from '../../../src/storage/tables/message-sweep.ts';
import {
  appendMessage,
  type MessageRow,
  type NewMessage,
} from '../../../src/storage/tables/messages.ts';
import {
  deleteQueue,
  getQueue,
  insertQueue,
  listQueuesByArn,
  listSourceQueues,
  type NewQueue,
  type QueueRow,
  queueSignal,
  replaceBacklog,
} from '../../../src/storage/tables/queues.ts';
import {
  type ReceiveOptions,
  receiveMessages,
} from '../../../src/storage/tables/receive-messages.ts';
import { changeVisibility, deleteMessage } from '../../../src/storage/tables/settle-messages.ts';
import { engines } from '../../support/engines.ts';

const START = Date.UTC(2026, 0, 1);
const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

for (const engine of engines) {
  describe(`messages on ${engine.name}`, () => {
    let storage: Storage;
    let now = START;
    let queues = 0;
    const ids = createIds({ now: () => now }, seededRandomness(7));
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());

    /** A queue that no other test uses, and what can be done with it. */
    async function createQueue(options: Partial<NewQueue> = {}) {
      const name = options.name ?? `queue-${++queues}`;
      const arn = `arn:aws:sqs:us-east-1:123456789012:${name}`;
      await storage.transaction((tx) =>
        insertQueue(tx, {
          id: ids.sequence(),
          arn,
          account: '123456789012',
          region: 'us-east-1',
          name,
          fifo: 0,
          created_at: now,
          attributes: '{}',
          policy: null,
          dead_letter_arn: null,
          max_receive_count: null,
          tags: '{}',
          ...options,
        }),
      );
      const within = <T>(work: (tx: Transaction, queue: QueueRow) => Promise<T>) =>
        storage.transaction(async (tx) => {
          const queue = await getQueue(tx, arn);
          assert.ok(queue);
          return work(tx, queue);
        });
      return {
        arn,
        within,
        append: (body: string, message: Partial<NewMessage> = {}) =>
          within((tx, queue) =>
            appendMessage(tx, queue, { body, senderId: 'AIDATEST', ...message }, ids, now),
          ),
        receive: (max = 10, options: Partial<ReceiveOptions> = {}) =>
          within((tx, queue) =>
            receiveMessages(tx, queue, {
              max,
              visibilityTimeoutMs: 30 * SECOND,
              now,
              ids,
              ...options,
            }),
          ),
        remove: (message: MessageRow) =>
          within((tx, queue) => deleteMessage(tx, queue, receiptOf(message), now)),
        show: (message: MessageRow, timeoutMs = 0) =>
          within((tx, queue) => changeVisibility(tx, queue, receiptOf(message), timeoutMs, now)),
        count: () => within((tx, queue) => countMessages(tx, queue, now)),
      };
    }

    const receiptOf = (message: MessageRow) => ({
      messageRow: message.id,
      receipt: message.receipt ?? -1,
    });
    const bodies = (messages: readonly MessageRow[]) => messages.map((message) => message.body);
    const fifo = { fifo: 1 };
    const inGroup = (groupId: string) => ({
      groupId,
      deduplicationId: ids.uuid(),
    });

    it('hands out every message once per visibility timeout, oldest first', async () => {
      const queue = await createQueue();
      for (const body of ['a', 'b', 'c']) await queue.append(body);
      const first = await queue.receive(2);
      assert.deepEqual(bodies(first), ['a', 'b']);
      assert.deepEqual(bodies(await queue.receive()), ['c']);
      assert.deepEqual(await queue.receive(), []);
      assert.deepEqual(await queue.count(), { visible: 0, inFlight: 3, delayed: 0 });
      now += 30 * SECOND;
      const again = await queue.receive(1);
      assert.deepEqual(bodies(again), ['a']);
      assert.equal(again[0]?.receive_count, 2);
      assert.equal(again[0]?.first_received_at, now - 30 * SECOND);
      assert.notEqual(again[0]?.receipt, first[0]?.receipt);
    });

    it('keeps what was sent', async () => {
      const queue = await createQueue();
      const messageAttributes = {
        text: { DataType: 'String.x', StringValue: 'ö' },
        bytes: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 255) },
      };
      const sent = await queue.append('body', {
        messageAttributes,
        traceHeader: 'Root=1-2',
        groupId: 'tenant',
      });
      const [message] = await queue.receive();
      assert.ok(message);
      assert.equal(message.message_id, sent.messageId);
      assert.equal(sent.sequenceNumber, undefined);
      assert.equal(message.trace, 'Root=1-2');
      assert.equal(message.tenant, 'tenant');
      assert.equal(message.group_id, null);
      assert.equal(message.sender_id, 'AIDATEST');
      const attributes = decodeAttributes(message);
      assert.deepEqual(attributes?.text, messageAttributes.text);
      assert.deepEqual([...(attributes?.bytes?.BinaryValue ?? [])], [0, 255]);
    });

    it('deletes by the receipt of the last receive only', async () => {
      const queue = await createQueue();
      await queue.append('a');
      const [first] = await queue.receive();
      assert.ok(first);
      now += 31 * SECOND;
      const [second] = await queue.receive();
      assert.ok(second);
      assert.equal(await queue.remove(first), 'gone');
      assert.equal(await queue.remove(second), 'deleted');
      assert.equal(await queue.remove(second), 'gone');
      assert.deepEqual(await queue.count(), { visible: 0, inFlight: 0, delayed: 0 });
    });

    it('hides for the queue’s delay or the message’s own', async () => {
      const queue = await createQueue({ attributes: '{"DelaySeconds":"5"}' });
      await queue.append('queue');
      await queue.append('own', { delayMs: 2 * SECOND });
      await queue.append('none', { delayMs: 0 });
      assert.deepEqual(bodies(await queue.receive()), ['none']);
      assert.equal(await queue.within((tx, row) => nextVisibleAt(tx, row, now)), now + 2 * SECOND);
      assert.deepEqual(await queue.count(), { visible: 0, inFlight: 1, delayed: 2 });
      now += 2 * SECOND;
      assert.deepEqual(bodies(await queue.receive()), ['own']);
      now += 3 * SECOND;
      assert.deepEqual(bodies(await queue.receive()), ['queue']);
    });

    it('changes the visibility timeout, up to twelve hours after the receive', async () => {
      const queue = await createQueue();
      await queue.append('a');
      const [message] = await queue.receive();
      assert.ok(message);
      now += 10 * SECOND;
      assert.equal(await queue.show(message, 12 * 3600 * SECOND), 'tooLong');
      assert.equal(await queue.show(message, 100 * SECOND), 'changed');
      now += 99 * SECOND;
      assert.deepEqual(await queue.receive(), []);
      assert.equal(await queue.show(message), 'changed');
      const [again] = await queue.receive();
      assert.equal(again?.receive_count, 2);
      assert.equal(
        await queue.show(message),
        'changed',
        'the receipt of an earlier receive will do',
      );
    });

    it('moves what was received too often to the dead-letter queue, with its age', async () => {
      const dead = await createQueue();
      const queue = await createQueue({ dead_letter_arn: dead.arn, max_receive_count: 2 });
      const sentAt = now;
      const { messageId } = await queue.append('poison');
      for (let i = 0; i < 2; i++) {
        assert.equal((await queue.receive()).length, 1);
        now += 30 * SECOND;
      }
      assert.deepEqual(await queue.receive(), []);
      const [message] = await dead.receive();
      assert.equal(message?.message_id, messageId);
      assert.equal(message?.receive_count, 3);
      assert.equal(message?.source_arn, queue.arn);
      assert.equal(message?.sent_at, sentAt);
    });

    it('fills a receive with the next messages when some go to the dead-letter queue', async () => {
      const dead = await createQueue();
      const queue = await createQueue({ dead_letter_arn: dead.arn, max_receive_count: 1 });
      for (let i = 0; i < 12; i++) await queue.append(`poison ${i}`);
      await queue.receive(10, { visibilityTimeoutMs: 0 });
      await queue.receive(10, { visibilityTimeoutMs: 0 });
      await queue.append('good');
      assert.equal((await queue.receive(10)).length, 1);
      assert.equal((await dead.count()).visible, 12);
    });

    it('goes on delivering when the dead-letter queue does not exist', async () => {
      const queue = await createQueue({
        dead_letter_arn: 'arn:aws:sqs:x:y:gone',
        max_receive_count: 1,
      });
      await queue.append('a');
      await queue.receive(1, { visibilityTimeoutMs: 0 });
      assert.equal((await queue.receive())[0]?.receive_count, 2);
    });

    it('forgets messages after the retention period', async () => {
      const queue = await createQueue();
      for (let i = 0; i < 3; i++) await queue.append(`old ${i}`);
      await queue.receive(1);
      now += 4 * DAY;
      assert.deepEqual(await queue.count(), { visible: 0, inFlight: 0, delayed: 0 });
      await queue.append('new');
      assert.deepEqual(bodies(await queue.receive()), ['new']);
      const left = await storage.read((reader) =>
        reader.all("SELECT id FROM messages WHERE body LIKE 'old %'"),
      );
      assert.deepEqual(left, []);
    });

    it('purges at once and sweeps later', async () => {
      const queue = await createQueue();
      for (let i = 0; i < 3; i++) await queue.append('purged');
      const [inFlight] = await queue.receive(1);
      assert.ok(inFlight);
      await queue.within((tx, row) => replaceBacklog(tx, row, ids.sequence(), now));
      assert.deepEqual(await queue.count(), { visible: 0, inFlight: 0, delayed: 0 });
      assert.equal(await queue.remove(inFlight), 'gone');
      await queue.append('after');
      assert.equal(await storage.transaction(sweepDroppedBacklogs), 3);
      assert.equal(await storage.transaction(sweepDroppedBacklogs), 0);
      assert.deepEqual(bodies(await queue.receive()), ['after']);
    });

    it('lists by name and by dead-letter queue, page by page', async () => {
      const dead = await createQueue({ name: 'list-dead' });
      for (const name of ['list-b', 'list-a', 'list-a_1', 'lisu'])
        await createQueue({ name, dead_letter_arn: dead.arn, max_receive_count: 1 });
      const prefix = 'arn:aws:sqs:us-east-1:123456789012:list-';
      const names = (rows: QueueRow[]) => rows.map((row) => row.name);
      const first = await storage.read((r) => listQueuesByArn(r, prefix, '', 2));
      assert.deepEqual(names(first), ['list-a', 'list-a_1']);
      const rest = await storage.read((r) => listQueuesByArn(r, prefix, first[1]?.arn ?? '', 9));
      assert.deepEqual(names(rest), ['list-b', 'list-dead']);
      const sources = await storage.read((r) => listSourceQueues(r, dead.arn, '', 9));
      assert.deepEqual(names(sources), ['list-a', 'list-a_1', 'list-b', 'lisu']);
    });

    it('wakes when a message is appended, after the commit', async () => {
      const queue = await createQueue();
      let woken = 0;
      const off = storage.signals.on(queueSignal(queue.arn), () => woken++);
      await queue.append('a');
      off();
      assert.equal(woken, 1);
    });

    it('takes the same message once within five minutes (FIFO)', async () => {
      const queue = await createQueue(fifo);
      const first = await queue.append('a', { groupId: 'g', deduplicationId: 'd' });
      const [message] = await queue.receive();
      assert.ok(message);
      await queue.remove(message);
      now += 299 * SECOND;
      const second = await queue.append('b', { groupId: 'h', deduplicationId: 'd' });
      assert.deepEqual(second, { ...first, duplicate: true });
      assert.deepEqual(await queue.receive(), []);
      now += SECOND;
      const third = await queue.append('c', { groupId: 'g', deduplicationId: 'd' });
      assert.equal(third.duplicate, false);
      assert.match(third.sequenceNumber ?? '', /^\d{20}$/);
      assert.ok((third.sequenceNumber ?? '') > (first.sequenceNumber ?? ''));
    });

    it('deduplicates within the group or by content where the queue says so', async () => {
      const queue = await createQueue({
        ...fifo,
        attributes: '{"DeduplicationScope":"messageGroup","ContentBasedDeduplication":"true"}',
      });
      await queue.append('a', { groupId: 'g', deduplicationId: 'd' });
      assert.equal(
        (await queue.append('b', { groupId: 'h', deduplicationId: 'd' })).duplicate,
        false,
      );
      assert.equal((await queue.append('a', { groupId: 'g' })).duplicate, false);
      assert.equal((await queue.append('a', { groupId: 'g' })).duplicate, true);
    });

    it('keeps the order of a group, and holds it while one of it is in flight', async () => {
      const queue = await createQueue(fifo);
      for (const body of ['a1', 'b1', 'a2', 'b2', 'a3'])
        await queue.append(body, inGroup(body.slice(0, 1)));
      const first = await queue.receive(2);
      assert.deepEqual(bodies(first), ['a1', 'a2']);
      const second = await queue.receive();
      assert.deepEqual(bodies(second), ['b1', 'b2']);
      assert.deepEqual(await queue.receive(), []);
      assert.deepEqual(await queue.count(), { visible: 1, inFlight: 4, delayed: 0 });
      const [a1, a2] = first;
      assert.ok(a1 && a2);
      await queue.remove(a1);
      assert.deepEqual(await queue.receive(), []);
      await queue.remove(a2);
      assert.deepEqual(bodies(await queue.receive()), ['a3']);
    });

    it('shows again from the first visible message of a group on', async () => {
      const queue = await createQueue(fifo);
      for (const body of ['1', '2', '3', '4']) await queue.append(body, inGroup('g'));
      const [first, second, third] = await queue.receive(3);
      assert.ok(first && second && third);
      await queue.show(second);
      assert.deepEqual(await queue.receive(), []);
      await queue.show(first);
      assert.deepEqual(bodies(await queue.receive()), ['1', '2']);
    });

    it('refuses an expired receipt (FIFO)', async () => {
      const queue = await createQueue(fifo);
      await queue.append('1', inGroup('g'));
      const [message] = await queue.receive();
      assert.ok(message);
      now += 30 * SECOND;
      assert.equal(await queue.remove(message), 'expired');
      assert.equal(await queue.show(message), 'notInFlight');
      const [again] = await queue.receive();
      assert.ok(again);
      assert.equal(await queue.remove(message), 'expired');
      assert.equal(await queue.remove(again), 'deleted');
      assert.equal(await queue.remove(again), 'gone');
    });

    it('answers a repeated receive attempt with the same messages for five minutes', async () => {
      const queue = await createQueue(fifo);
      await queue.append('1', inGroup('g'));
      const options = { attemptId: 'try', visibilityTimeoutMs: 1000 * SECOND };
      const [first] = await queue.receive(1, options);
      now += 200 * SECOND;
      const [again] = await queue.receive(1, options);
      assert.equal(again?.receipt, first?.receipt);
      assert.equal(again?.receive_count, 1);
      assert.equal(again?.visible_at, now + 1000 * SECOND);
      assert.deepEqual(await queue.receive(1, { ...options, attemptId: 'other' }), []);
      now += 100 * SECOND;
      assert.deepEqual(await queue.receive(1, options), []);
    });

    it('moves the front of a group to the dead-letter queue and goes on behind it', async () => {
      const dead = await createQueue(fifo);
      const queue = await createQueue({ ...fifo, dead_letter_arn: dead.arn, max_receive_count: 1 });
      for (const body of ['1', '2', '3']) await queue.append(body, inGroup('g'));
      for (let i = 0; i < 2; i++) {
        const received = await queue.receive(1, { visibilityTimeoutMs: 0 });
        assert.deepEqual(bodies(received), [`${i + 1}`]);
      }
      assert.deepEqual(bodies(await queue.receive()), ['3']);
      assert.deepEqual(bodies(await dead.receive()), ['1', '2']);
    });

    it('expires the messages of a group in order', async () => {
      const queue = await createQueue(fifo);
      for (const body of ['1', '2']) await queue.append(body, inGroup('g'));
      now += DAY;
      await queue.append('3', inGroup('g'));
      now += 3 * DAY;
      assert.equal(await queue.within((tx, row) => expireMessages(tx, row, now)), 2);
      assert.deepEqual(bodies(await queue.receive()), ['3']);
    });

    it('serves quiet tenants before one with much in flight', async () => {
      const queue = await createQueue();
      for (let i = 0; i < 100; i++) await queue.append(`noisy ${i}`, { groupId: 'noisy' });
      for (let i = 0; i < 4; i++) await queue.receive();
      now += 2 * SECOND;
      await queue.receive();
      now += 2 * SECOND;
      await queue.receive();
      await queue.append('noisy late', { groupId: 'noisy' });
      await queue.append('quiet', { groupId: 'quiet' });
      await queue.append('alone');
      assert.deepEqual(bodies(await queue.receive(3)).slice(0, 2), ['quiet', 'alone']);
      let rest = 0;
      for (let batch = await queue.receive(); batch.length > 0; batch = await queue.receive())
        rest += batch.length;
      assert.equal(rest, 40);
    });

    it('remembers deleted queues, whose messages are gone', async () => {
      const queue = await createQueue();
      await queue.append('a');
      await queue.within((tx, row) => deleteQueue(tx, row, now));
      assert.equal(await storage.read((reader) => getQueue(reader, queue.arn)), undefined);
      assert.equal(await storage.transaction(sweepDroppedBacklogs), 1);
    });
  });
}
