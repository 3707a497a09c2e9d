import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createIds, seededRandomness } from '../../../src/lib/ids.ts';
import { type Storage, StorageError } from '../../../src/storage/storage.ts';
import { getMail, insertMail, listMails, MAILS_MAX } from '../../../src/storage/tables/mailbox.ts';
import {
  confirmedSubscriptions,
  countFilterPolicies,
  countSubscriptions,
  deleteSubscription,
  findSubscription,
  getSubscription,
  getSubscriptionByToken,
  insertSubscription,
  listSubscriptionsOfAccount,
  listSubscriptionsOfTopic,
  type SubscriptionRow,
  sweepSubscriptions,
  updateSubscription,
} from '../../../src/storage/tables/subscriptions.ts';
import { rememberMessage } from '../../../src/storage/tables/topic-deduplications.ts';
import {
  countDeletedSubscription,
  countTopics,
  deleteTopic,
  getTopic,
  insertTopic,
  listTopicsByArn,
  type TopicRow,
  updateTopicAttributes,
  updateTopicTags,
} from '../../../src/storage/tables/topics.ts';
import { engines } from '../../support/engines.ts';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';
const NOW = Date.UTC(2026, 0, 1);

for (const engine of engines) {
  describe(`topics and subscriptions on ${engine.name}`, () => {
    let storage: Storage;
    let made = 0;
    const ids = createIds({ now: () => NOW }, seededRandomness(7));
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());

    async function createTopic(options: Partial<TopicRow> = {}): Promise<TopicRow> {
      const name = options.name ?? `topic-${++made}`;
      const topic = {
        id: ids.sequence(),
        arn: `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`,
        account: ACCOUNT,
        region: REGION,
        name,
        fifo: 0,
        created_at: NOW,
        attributes: '{}',
        policy: '{}',
        tags: '{}',
        ...options,
      };
      await storage.transaction((tx) => insertTopic(tx, topic));
      return { subscriptions_deleted: 0, ...topic };
    }
    async function subscribe(
      topic: TopicRow,
      options: Partial<SubscriptionRow> = {},
    ): Promise<SubscriptionRow> {
      const subscription: SubscriptionRow = {
        arn: `${topic.arn}:${String(++made).padStart(6, '0')}`,
        topic_id: topic.id,
        topic_arn: topic.arn,
        account: ACCOUNT,
        region: REGION,
        principal: `arn:aws:iam::${ACCOUNT}:root`,
        protocol: 'http',
        endpoint: `http://127.0.0.1/${made}`,
        state: 'confirmed',
        authenticated: 0,
        authenticate_on_unsubscribe: 0,
        token: null,
        expires_at: null,
        created_at: NOW,
        attributes: '{}',
        filter_policy: null,
        throttled_until: 0,
        ...options,
      };
      await storage.transaction((tx) => insertSubscription(tx, subscription));
      return subscription;
    }
    const arns = (rows: readonly { readonly arn: string }[]) => rows.map(({ arn }) => arn);

    it('keep topics, in order of their names', async () => {
      const b = await createTopic({ name: 'order-b', account: '1', arn: 'arn:aws:sns:r:1:b' });
      const a = await createTopic({ name: 'order-a', account: '1', arn: 'arn:aws:sns:r:1:a' });
      await createTopic({ name: 'order-c', account: '1', arn: 'arn:aws:sns:r:1:c', fifo: 1 });
      const list = (after: string, limit: number) =>
        storage.read((reader) => listTopicsByArn(reader, 'arn:aws:sns:r:1:', after, limit));
      assert.deepEqual(arns(await list('', 2)), [a.arn, b.arn]);
      assert.deepEqual(arns(await list(b.arn, 2)), ['arn:aws:sns:r:1:c']);
      assert.equal(await storage.read((reader) => countTopics(reader, '1', 0)), 2);
      assert.deepEqual({ ...(await storage.read((reader) => getTopic(reader, a.arn))) }, a);
    });

    it('change topics', async () => {
      const topic = await createTopic();
      await storage.transaction(async (tx) => {
        await updateTopicAttributes(tx, topic.id, { attributes: '{"a":"b"}', policy: '{"c":1}' });
        await updateTopicTags(tx, topic.id, '{"k":"v"}');
        await countDeletedSubscription(tx, topic.id);
      });
      const { attributes, policy, tags, subscriptions_deleted } =
        (await storage.read((reader) => getTopic(reader, topic.arn))) ?? topic;
      assert.deepEqual(
        [attributes, policy, tags, subscriptions_deleted],
        ['{"a":"b"}', '{"c":1}', '{"k":"v"}', 1],
      );
    });

    it('find a subscription by its endpoint, of which there is one at a time', async () => {
      const topic = await createTopic();
      const first = await subscribe(topic, { endpoint: 'http://one' });
      const found = () => storage.read((reader) => findSubscription(reader, first));
      assert.deepEqual({ ...(await found()) }, first);
      await assert.rejects(
        subscribe(topic, { endpoint: 'http://one' }),
        (error) => error instanceof StorageError && error.kind === 'unique',
      );
      await storage.transaction((tx) => updateSubscription(tx, first, { state: 'deleted' }));
      assert.equal(await found(), undefined);
      const second = await subscribe(topic, { endpoint: 'http://one' });
      assert.equal((await found())?.arn, second.arn);
    });

    it('publish to the confirmed ones and list those that did not end', async () => {
      const account = String(++made).padStart(12, '0');
      const topic = await createTopic();
      const confirmed = await subscribe(topic, { account });
      const pending = await subscribe(topic, { account, state: 'pending' });
      await subscribe(topic, { account, state: 'deleted' });
      const elsewhere = await subscribe(topic, { account, region: 'eu-west-1' });
      const reading = await storage.read(async (reader) => ({
        confirmed: arns(await confirmedSubscriptions(reader, topic.id)),
        listed: arns(await listSubscriptionsOfTopic(reader, topic.id, '', 10)),
        second: arns(await listSubscriptionsOfTopic(reader, topic.id, confirmed.arn, 1)),
        account: arns(await listSubscriptionsOfAccount(reader, account, REGION, '', 10)),
        count: await countSubscriptions(reader, topic.id),
      }));
      assert.deepEqual(reading, {
        confirmed: [confirmed.arn, elsewhere.arn],
        listed: [confirmed.arn, pending.arn, elsewhere.arn],
        second: [pending.arn],
        account: [confirmed.arn, pending.arn],
        count: { confirmed: 2, pending: 1 },
      });
    });

    it('know a token until it expires', async () => {
      const topic = await createTopic();
      const token = `token-${++made}`;
      const { arn } = await subscribe(topic, { state: 'pending', token, expires_at: NOW + 10 });
      const find = (now: number) =>
        storage.read((reader) => getSubscriptionByToken(reader, token, now));
      assert.equal((await find(NOW + 9))?.arn, arn);
      assert.equal(await find(NOW + 10), undefined);
    });

    it('count filter policies', async () => {
      const account = String(++made).padStart(12, '0');
      const [one, other] = [await createTopic(), await createTopic()];
      await subscribe(one, { account, filter_policy: '{}' });
      await subscribe(one, { account });
      await subscribe(other, { account, filter_policy: '{}' });
      const counts = await storage.read((reader) =>
        countFilterPolicies(reader, { topic_id: one.id, account }),
      );
      assert.deepEqual(counts, { ofTopic: 1, ofAccount: 2 });
    });

    it('sweep what can no longer be confirmed, and nothing else', async () => {
      const topic = await createTopic();
      const expired = { token: 't', expires_at: NOW - 1 };
      const swept = [
        await subscribe(topic, { ...expired, state: 'pending' }),
        await subscribe(topic, { ...expired, state: 'deleted' }),
      ];
      const kept = [
        await subscribe(topic, { ...expired, state: 'confirmed' }),
        await subscribe(topic, { token: 't', state: 'pending', expires_at: NOW + 1 }),
        await subscribe(topic),
      ];
      await storage.transaction((tx) => sweepSubscriptions(tx, NOW, 0));
      const exists = ({ arn }: SubscriptionRow) =>
        storage.read(async (reader) => (await getSubscription(reader, arn)) !== undefined);
      assert.deepEqual(await Promise.all(swept.map(exists)), [false, false]);
      assert.deepEqual(await Promise.all(kept.map(exists)), [true, true, true]);
      await storage.transaction((tx) => deleteSubscription(tx, kept[0]?.arn ?? ''));
      assert.deepEqual(await Promise.all(kept.map(exists)), [false, true, true]);
    });

    it('sweep the subscriptions of deleted topics bit by bit', async () => {
      const topic = await createTopic();
      for (let i = 0; i < 20; i++) await subscribe(topic);
      const left = () =>
        storage.read(async (reader) => (await confirmedSubscriptions(reader, topic.id)).length);
      await storage.transaction((tx) => deleteTopic(tx, topic.id, NOW));
      assert.equal(await storage.read((reader) => getTopic(reader, topic.arn)), undefined);
      const sweep = (before: number) =>
        storage.transaction((tx) => sweepSubscriptions(tx, NOW, before));
      await sweep(NOW - 1);
      assert.equal(await left(), 20);
      await sweep(NOW);
      assert.equal(await left(), 4);
      await sweep(NOW);
      assert.equal(await left(), 0);
      const remembered = await storage.read((reader) =>
        reader.get('SELECT id FROM deleted_topics WHERE id = ?', topic.id),
      );
      assert.equal(remembered, undefined);
    });

    it('remember a message for five minutes', async () => {
      const { id } = await createTopic();
      const remember = (messageId: string, sequence: number, now: number) =>
        storage.transaction((tx) => rememberMessage(tx, id, 'k', { messageId, sequence }, now));
      const MINUTES = 60_000;
      assert.equal(await remember('first', 1, NOW), undefined);
      const first = { messageId: 'first', sequence: 1 };
      assert.deepEqual(await remember('second', 2, NOW + 5 * MINUTES - 1), first);
      assert.equal(await remember('third', 3, NOW + 5 * MINUTES), undefined);
      const third = { messageId: 'third', sequence: 3 };
      assert.deepEqual(await remember('fourth', 4, NOW + 6 * MINUTES), third);
    });

    it('keep the newest mails only', async () => {
      const mail = { at: NOW, sender: 's', recipient: 'r', subject: 'b', body: 'text' };
      await storage.transaction(async (tx) => {
        for (let id = 1; id <= MAILS_MAX + 2; id++) await insertMail(tx, { id, ...mail });
      });
      const reading = await storage.read(async (reader) => ({
        dropped: await getMail(reader, 2),
        oldest: await getMail(reader, 3),
        newest: (await listMails(reader, Number.MAX_SAFE_INTEGER, 2)).map(({ id }) => id),
        all: (await listMails(reader, Number.MAX_SAFE_INTEGER, MAILS_MAX + 2)).length,
      }));
      assert.equal(reading.dropped, undefined);
      assert.deepEqual({ ...reading.oldest }, { id: 3, ...mail });
      assert.deepEqual(reading.newest, [MAILS_MAX + 2, MAILS_MAX + 1]);
      assert.equal(reading.all, MAILS_MAX);
    });
  });
}
