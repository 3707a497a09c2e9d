import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { type Receiver, startReceiver } from '../../delivery/http-receiver.ts';
import { eventually } from '../../support/world.ts';
import {
  describeSns,
  invalidParameter,
  rejects,
  subscriptionDoesNotExist,
  topicDoesNotExist,
} from './world.ts';

describeSns('confirmation of subscriptions', (world) => {
  let receiver: Receiver;
  let endpoints = 0;
  before(async () => {
    receiver = await startReceiver();
  });
  after(() => receiver[Symbol.asyncDispose]());

  /** Subscribes an endpoint of its own; `received` waits for the n-th request that it gets. */
  const subscribed = async () => {
    const { topic, subscribe } = world();
    const TopicArn = await topic();
    const path = `/endpoint-${++endpoints}`;
    const SubscriptionArn = await subscribe(TopicArn, 'http', receiver.url + path);
    const received = (n: number) =>
      eventually(async () => receiver.received.filter((each) => each.path === path)[n - 1]);
    const asked = await received(1);
    return { TopicArn, SubscriptionArn, received, asked, envelope: JSON.parse(asked.body) };
  };
  const state = async (SubscriptionArn: string) => {
    const { Attributes = {} } = await world().sns.getSubscriptionAttributes({ SubscriptionArn });
    return [Attributes.PendingConfirmation, Attributes.ConfirmationWasAuthenticated];
  };

  it('is asked for by a POST', async () => {
    const { TopicArn, asked, envelope } = await subscribed();
    assert.equal(asked.method, 'POST');
    const { headers } = asked;
    assert.equal(headers['x-amz-sns-message-type'], 'SubscriptionConfirmation');
    assert.equal(headers['x-amz-sns-message-id'], envelope.MessageId);
    assert.equal(headers['x-amz-sns-topic-arn'], TopicArn);
    assert.equal(headers['x-amz-sns-subscription-arn'], undefined);
    assert.equal(headers['content-type'], 'text/plain; charset=UTF-8');
    assert.equal(headers['user-agent'], 'Amazon Simple Notification Service Agent');
    assert.deepEqual(Object.keys(envelope), [
      'Type',
      'MessageId',
      'Token',
      'TopicArn',
      'Message',
      'SubscribeURL',
      'Timestamp',
      'SignatureVersion',
      'Signature',
      'SigningCertURL',
    ]);
    assert.equal(
      envelope.Message,
      `You have chosen to subscribe to the topic ${TopicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
    );
    assert.equal(
      envelope.SubscribeURL,
      `${world().url}/?Action=ConfirmSubscription&TopicArn=${TopicArn}&Token=${envelope.Token}`,
    );
  });

  it('is given by visiting the link, which needs no signature', async () => {
    const { TopicArn, SubscriptionArn, received, envelope } = await subscribed();
    await world().sns.publish({ TopicArn, Message: 'too early' });
    assert.deepEqual(await state(SubscriptionArn), ['true', 'false']);

    const answer = await fetch(envelope.SubscribeURL);
    assert.equal(answer.status, 200);
    const xml = await answer.text();
    assert.match(
      xml,
      /<ConfirmSubscriptionResponse xmlns="http:\/\/sns\.amazonaws\.com\/doc\/2010-03-31\/">/,
    );
    assert.ok(xml.includes(`<SubscriptionArn>${SubscriptionArn}</SubscriptionArn>`));
    assert.deepEqual(await state(SubscriptionArn), ['false', 'false']);

    await world().sns.publish({ TopicArn, Message: 'in time' });
    assert.equal(JSON.parse((await received(2)).body).Message, 'in time');
  });

  it('shows a page to a browser', async () => {
    const { SubscriptionArn, envelope } = await subscribed();
    const visit = async (url: string) => {
      const answer = await fetch(url, { headers: { accept: 'text/html,*/*' } });
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
      return answer.text();
    };
    assert.ok((await visit(envelope.SubscribeURL)).includes(SubscriptionArn));
    const { url } = world();
    const unsubscribeUrl = `${url}/?Action=Unsubscribe&SubscriptionArn=${SubscriptionArn}`;
    assert.match(await visit(unsubscribeUrl), /Subscription removed/);
    await rejects(
      world().sns.getSubscriptionAttributes({ SubscriptionArn }),
      subscriptionDoesNotExist,
    );
  });

  it('is given by the API, twice if need be', async () => {
    const { TopicArn, SubscriptionArn, envelope } = await subscribed();
    for (let times = 0; times < 2; times++) {
      const confirmed = await world().sns.confirmSubscription({
        TopicArn,
        Token: envelope.Token,
      });
      assert.equal(confirmed.SubscriptionArn, SubscriptionArn);
    }
    assert.deepEqual(await state(SubscriptionArn), ['false', 'true']);
  });

  it('is refused for what was not asked', async () => {
    const { TopicArn, envelope } = await subscribed();
    const { sns } = world();
    const { Token } = envelope;
    const confirm = (input: object) => sns.confirmSubscription({ TopicArn, Token, ...input });
    await rejects(confirm({ Token: 'randomtoken' }), {
      code: 'InvalidParameter',
      message: 'Invalid token',
    });
    await rejects(confirm({ Token: 'abc123' }), invalidParameter('Token'));
    await rejects(
      confirm({ Token: Token.replace(/^./, (c: string) => (c === '0' ? '1' : '0')) }),
      invalidParameter('Token'),
    );
    const abroad = TopicArn.replace('us-east-1', 'eu-central-1');
    for (const other of ['not-an-arn', `${TopicArn}:x`, abroad])
      await rejects(confirm({ TopicArn: other }), invalidParameter('Topic'));
  });

  it('goes by the token, whatever the topic is called', async () => {
    const { TopicArn, SubscriptionArn, envelope } = await subscribed();
    const { sns } = world();
    const { Token } = envelope;
    const confirmed = await sns.confirmSubscription({ TopicArn: `${TopicArn}x`, Token });
    assert.equal(confirmed.SubscriptionArn, SubscriptionArn);
    await sns.deleteTopic({ TopicArn });
    await rejects(sns.confirmSubscription({ TopicArn, Token }), topicDoesNotExist);
  });

  it('is possible for three days, and asked for again with the same token', async () => {
    const { TopicArn, received, envelope } = await subscribed();
    const { sns, advance } = world();
    const { Token } = envelope;
    const endpoint = receiver.url + (await received(1)).path;
    const DAY = 24 * 3600;
    await advance(2 * DAY);
    await sns.subscribe({ TopicArn, Protocol: 'http', Endpoint: endpoint });
    assert.equal(JSON.parse((await received(2)).body).Token, Token);
    await advance(3 * DAY + 1);
    await rejects(sns.confirmSubscription({ TopicArn, Token }), invalidParameter('Token'));
    await sns.subscribe({ TopicArn, Protocol: 'http', Endpoint: `${endpoint}-other` });
    const { Subscriptions } = await sns.listSubscriptionsByTopic({ TopicArn });
    assert.deepEqual(
      Subscriptions?.map(({ Endpoint }) => Endpoint),
      [`${endpoint}-other`],
    );
  });

  it('can demand a signature for the end', async () => {
    const { TopicArn, SubscriptionArn, envelope } = await subscribed();
    const { sns, url } = world();
    await sns.confirmSubscription({
      TopicArn,
      Token: envelope.Token,
      AuthenticateOnUnsubscribe: 'true',
    });
    const answer = await fetch(`${url}/?Action=Unsubscribe&SubscriptionArn=${SubscriptionArn}`);
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /<Code>AuthorizationError<\/Code>/);
    assert.deepEqual(await state(SubscriptionArn), ['false', 'true']);
    await sns.unsubscribe({ SubscriptionArn });
    await rejects(sns.getSubscriptionAttributes({ SubscriptionArn }), subscriptionDoesNotExist);
  });

  it('can be given again after the end', async () => {
    const { TopicArn, SubscriptionArn, received, envelope } = await subscribed();
    const { sns } = world();
    await fetch(envelope.SubscribeURL);
    await sns.unsubscribe({ SubscriptionArn });
    const told = await received(2);
    assert.equal(told.headers['x-amz-sns-message-type'], 'UnsubscribeConfirmation');
    assert.equal(told.headers['x-amz-sns-subscription-arn'], SubscriptionArn);
    const { Type, Message, SubscribeURL } = JSON.parse(told.body);
    assert.equal(Type, 'UnsubscribeConfirmation');
    assert.equal(
      Message,
      `You have chosen to deactivate subscription ${SubscriptionArn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.`,
    );
    await fetch(SubscribeURL);
    await sns.publish({ TopicArn, Message: 'back' });
    assert.equal(JSON.parse((await received(3)).body).Message, 'back');
  });

  it('is not given for an endpoint that has been subscribed anew', async () => {
    const { TopicArn, SubscriptionArn, received, envelope } = await subscribed();
    const { sns } = world();
    await fetch(envelope.SubscribeURL);
    await sns.unsubscribe({ SubscriptionArn });
    const { Token } = JSON.parse((await received(2)).body);
    const Endpoint = receiver.url + (await received(1)).path;
    await sns.subscribe({ TopicArn, Protocol: 'http', Endpoint });
    await rejects(sns.confirmSubscription({ TopicArn, Token }), invalidParameter('Token'));
  });

  it('reaches a queue of another account as a message', async () => {
    const { sns, topic, client, url } = world();
    const stranger = client('222222222222');
    const TopicArn = await topic();
    await sns.addPermission({
      TopicArn,
      Label: 'in',
      AWSAccountId: ['222222222222'],
      ActionName: ['Subscribe'],
    });
    const { arn, receive } = await world().queue();
    const pending = await stranger.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: arn });
    assert.equal(pending.SubscriptionArn, 'pending confirmation');
    const message = await eventually(async () => (await receive())[0]);
    const { Type, SubscribeURL } = JSON.parse(message.Body ?? '');
    assert.equal(Type, 'SubscriptionConfirmation');
    assert.ok(SubscribeURL.startsWith(url));
    await fetch(SubscribeURL);
    await sns.publish({ TopicArn, Message: 'm' });
    assert.equal((await receive()).length, 1);
  });
});

const PUBLIC_URL = 'https://events.example.com';

describeSns(
  'links in messages, where others reach the server by another address',
  (world) => {
    it('lead to that address, and the server takes what comes from there', async () => {
      await using receiver = await startReceiver();
      const { client, url } = world();
      const abroad = client('123456789012', 'eu-west-1');
      const { TopicArn } = await abroad.createTopic({ Name: 'topic' });
      await abroad.subscribe({ TopicArn, Protocol: 'http', Endpoint: receiver.url });
      const message = async (n: number) => {
        const { body } = await eventually(async () => receiver.received[n]);
        return JSON.parse(body);
      };
      const { SubscribeURL } = await message(0);
      assert.ok(SubscribeURL.startsWith(`${PUBLIC_URL}/?Action=ConfirmSubscription&`));
      const forwarded = await fetch(SubscribeURL.replace(PUBLIC_URL, url));
      assert.equal(forwarded.status, 200);
      await abroad.publish({ TopicArn, Message: 'm' });
      const { UnsubscribeURL, SigningCertURL } = await message(1);
      assert.ok(UnsubscribeURL.startsWith(`${PUBLIC_URL}/?Action=Unsubscribe&`));
      assert.ok(SigningCertURL.startsWith(`${PUBLIC_URL}/_spillway/sns/`));
    });
  },
  () => ({ publicUrl: PUBLIC_URL }),
);
