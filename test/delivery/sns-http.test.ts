import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import { selfSignedCertificate } from '../../src/services/sns/certificate.ts';
import { type DeliveryRow, getDelivery } from '../../src/storage/tables/deliveries.ts';
import { describeSns, type Queue } from '../services/sns/world.ts';
import { eventually } from '../support/world.ts';
import { answerWith, type Receiver, startReceiver } from './http-receiver.ts';

describeSns('HTTP subscriptions', (world) => {
  let receiver: Receiver;
  let endpoints = 0;
  before(async () => {
    receiver = await startReceiver();
  });
  after(() => receiver[Symbol.asyncDispose]());

  interface Options {
    readonly attributes?: Record<string, string>;
    readonly topicAttributes?: Record<string, string>;
    readonly query?: string;
  }

  /** A confirmed subscription of an endpoint of its own, whose answers a test chooses. */
  const subscribed = async ({
    attributes = {},
    topicAttributes = {},
    query = '',
  }: Options = {}) => {
    const { topic, subscribe, sns } = world();
    const TopicArn = await topic(topicAttributes);
    const path = `/endpoint-${++endpoints}${query}`;
    const SubscriptionArn = await subscribe(TopicArn, 'http', receiver.url + path, attributes);
    const all = () => receiver.received.filter((each) => each.path === path);
    const asked = await eventually(async () => all()[0]);
    await sns.confirmSubscription({ TopicArn, Token: JSON.parse(asked.body).Token });
    const notifications = () => all().slice(1);
    const received = (n: number) => eventually(async () => notifications()[n - 1]);
    const attempted = (n: number) => world().attempted(SubscriptionArn, n);
    return { TopicArn, SubscriptionArn, path, notifications, received, attempted };
  };
  const answering = (respond: Receiver['respond']) => {
    receiver.respond = respond;
  };
  const deadLetters = async (): Promise<{ queue: Queue; RedrivePolicy: string }> => {
    const queue = await world().queue();
    return { queue, RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queue.arn }) };
  };

  it('get the envelope in a POST', async () => {
    answering(answerWith(200));
    const { TopicArn, SubscriptionArn, received } = await subscribed({ query: '?a=b' });
    const { MessageId } = await world().sns.publish({ TopicArn, Subject: 'S', Message: 'ä' });
    const { method, headers, body } = await received(1);
    assert.equal(method, 'POST');
    assert.equal(headers['x-amz-sns-message-type'], 'Notification');
    assert.equal(headers['x-amz-sns-message-id'], MessageId);
    assert.equal(headers['x-amz-sns-topic-arn'], TopicArn);
    assert.equal(headers['x-amz-sns-subscription-arn'], SubscriptionArn);
    assert.equal(headers['x-amz-sns-rawdelivery'], undefined);
    assert.equal(headers['content-type'], 'text/plain; charset=UTF-8');
    assert.equal(headers['accept-encoding'], 'gzip,deflate');
    assert.equal(headers['content-length'], String(Buffer.byteLength(body)));
    const { Type, Message, Subject } = JSON.parse(body);
    assert.deepEqual([Type, Message, Subject], ['Notification', 'ä', 'S']);
  });

  it('get the message alone when raw, with the content type that they want', async () => {
    const { TopicArn, received } = await subscribed({
      attributes: {
        RawMessageDelivery: 'true',
        DeliveryPolicy: '{"requestPolicy":{"headerContentType":"application/json"}}',
      },
    });
    await world().sns.publish({ TopicArn, Message: '{"a":1}' });
    const { headers, body } = await received(1);
    assert.equal(headers['x-amz-sns-rawdelivery'], 'true');
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(body, '{"a":1}');
  });

  it('get user and password of the URL as basic authentication', async () => {
    const { topic, subscribe } = world();
    const path = `/endpoint-${++endpoints}`;
    const url = receiver.url.replace('http://', 'http://alex:s%40cret@');
    await subscribe(await topic(), 'http', url + path);
    const { headers } = await eventually(async () =>
      receiver.received.find((each) => each.path === path),
    );
    assert.equal(headers.authorization, `Basic ${Buffer.from('alex:s@cret').toString('base64')}`);
  });

  for (const status of [500, 503, 429])
    it(`are tried again after HTTP ${status}, three times in all, and then given up`, async () => {
      answering(answerWith(200));
      const { queue, RedrivePolicy } = await deadLetters();
      const { TopicArn, notifications, attempted } = await subscribed({
        attributes: { RedrivePolicy },
      });
      answering(answerWith(status));
      await world().sns.publish({ TopicArn, Message: 'm' });
      for (let attempt = 1; attempt <= 3; attempt++) {
        const { state, next_at, reason } = await attempted(attempt);
        assert.equal(state, 'pending');
        assert.equal(reason, `the endpoint answered with HTTP ${status}`);
        const waitMs = next_at - world().clock.now();
        assert.ok(waitMs > 15_000 && waitMs <= 20_000, `${waitMs} ms`);
        assert.equal(notifications().length, attempt);
        await world().advance(20);
      }
      assert.equal((await attempted(4)).state, 'dead');
      const bodies = (await queue.receive()).map(({ Body }) => Body);
      assert.deepEqual(bodies, [notifications()[0]?.body]);
      answering(answerWith(200));
    });

  it('recover within their retries, and get the same message then', async () => {
    const { TopicArn, notifications, attempted } = await subscribed();
    answering(answerWith(500));
    await world().sns.publish({ TopicArn, Message: 'm' });
    await attempted(1);
    answering(answerWith(204));
    await world().advance(20);
    assert.equal((await attempted(2)).state, 'delivered');
    const [first, second, ...more] = notifications();
    assert.equal(first?.body, second?.body);
    assert.deepEqual(more, []);
  });

  for (const [status, headers] of [
    [400, {}],
    [404, {}],
    [301, { location: '/elsewhere' }],
  ] as const)
    it(`are not tried again after HTTP ${status}`, async () => {
      answering(answerWith(200));
      const { queue, RedrivePolicy } = await deadLetters();
      const { TopicArn, notifications, attempted } = await subscribed({
        attributes: { RedrivePolicy },
      });
      answering(answerWith(status, headers));
      await world().sns.publish({ TopicArn, Message: 'm' });
      assert.equal((await attempted(1)).state, 'rejected');
      assert.equal((await queue.receive()).length, 1);
      assert.equal(notifications().length, 1);
      assert.ok(!receiver.received.some(({ path }) => path === '/elsewhere'));
      answering(answerWith(200));
    });

  it('are tried again when nobody listens', async () => {
    const { sns, topic, subscribe, attempted } = world();
    const TopicArn = await topic();
    const gone = await startReceiver();
    const SubscriptionArn = await subscribe(TopicArn, 'http', gone.url);
    const asked = await eventually(async () => gone.received[0]);
    await sns.confirmSubscription({ TopicArn, Token: JSON.parse(asked.body).Token });
    await gone[Symbol.asyncDispose]();
    await sns.publish({ TopicArn, Message: 'm' });
    const { state, reason } = await attempted(SubscriptionArn, 1);
    assert.equal(state, 'pending');
    assert.match(reason ?? '', /ECONNREFUSED/);
  });

  it('are tried again when their certificate is not to be trusted', async () => {
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const commonName = '127.0.0.1';
    const cert = selfSignedCertificate({ key, commonName, serial: Buffer.of(1), notBeforeMs: 0 });
    const pem = key.export({ type: 'pkcs8', format: 'pem' });
    const server = createServer({ key: pem, cert });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { topic, subscribe, attempted } = world();
    const arn = await subscribe(await topic(), 'https', `https://127.0.0.1:${port}/`);
    const { state, reason } = await attempted(arn, 1);
    server.close();
    assert.equal(state, 'pending');
    assert.match(reason ?? '', /self-signed certificate/);
  });

  it('that hang are given up after fifteen seconds, and hold up nobody else', async () => {
    answering(answerWith(200));
    const hanging = await subscribed();
    const other = await subscribed();
    answering((response, received) => {
      if (received.path !== hanging.path) answerWith(200)(response, received);
    });
    for (let i = 0; i < 20; i++)
      await world().sns.publish({ TopicArn: hanging.TopicArn, Message: `m${i}` });
    await hanging.received(8);
    await world().sns.publish({ TopicArn: other.TopicArn, Message: 'quick' });
    assert.equal((await other.attempted(1)).state, 'delivered');
    assert.equal(hanging.notifications().length, 8, 'a lane has room for so many');
    // The first eight time out together, and make room for the next.
    await world().advance(15);
    await hanging.received(16);
    answering(answerWith(200));
  });

  it('are read no further than is polite', async () => {
    answering(answerWith(200, {}, 'x'.repeat(1024 * 1024)));
    const { TopicArn, attempted } = await subscribed();
    await world().sns.publish({ TopicArn, Message: 'm' });
    assert.equal((await attempted(1)).state, 'delivered');
    answering(answerWith(200));
  });

  it('get no more a second than their throttle policy allows', async () => {
    const { TopicArn, SubscriptionArn, notifications, received } = await subscribed({
      attributes: { DeliveryPolicy: '{"throttlePolicy":{"maxReceivesPerSecond":1}}' },
    });
    for (const Message of ['a', 'b', 'c', 'd']) await world().sns.publish({ TopicArn, Message });
    const rows = await world().storage.read((reader) =>
      reader.all<DeliveryRow>(
        'SELECT * FROM deliveries WHERE rule = ? ORDER BY id DESC LIMIT 4',
        SubscriptionArn,
      ),
    );
    const times = rows.map(({ next_at }) => next_at).reverse();
    const pauses = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    assert.ok(
      pauses.every((pause) => pause >= 1000),
      `${pauses}`,
    );
    await received(1);
    await world().advance(3);
    await received(4);
    assert.equal(notifications().length, 4);
  });

  it('follow the delivery policy of their topic', async () => {
    answering(answerWith(200));
    const DeliveryPolicy = JSON.stringify({
      http: { defaultHealthyRetryPolicy: { numRetries: 5, numNoDelayRetries: 5 } },
    });
    const { TopicArn, notifications, attempted } = await subscribed({
      topicAttributes: { DeliveryPolicy },
    });
    answering(answerWith(500));
    await world().sns.publish({ TopicArn, Message: 'm' });
    assert.equal((await attempted(6)).state, 'dead');
    assert.equal(notifications().length, 6);
    answering(answerWith(200));
  });

  it('get nothing any more once they ended, but how to take that back', async () => {
    answering(answerWith(200));
    const { TopicArn, SubscriptionArn, notifications, attempted, received } = await subscribed();
    answering(answerWith(500));
    await world().sns.publish({ TopicArn, Message: 'm' });
    const { id } = await attempted(1);
    answering(answerWith(200));
    await world().sns.unsubscribe({ SubscriptionArn });
    await received(2);
    await world().advance(20);
    const late = await eventually(async () => {
      const row = await world().storage.read((reader) => getDelivery(reader, id));
      return row?.state !== 'pending' && row;
    });
    assert.equal(late.state, 'rejected');
    assert.equal(late.reason, 'the subscription ended before the message was delivered');
    const types = notifications().map(({ headers }) => headers['x-amz-sns-message-type']);
    assert.deepEqual(types, ['Notification', 'UnsubscribeConfirmation']);
  });
});
