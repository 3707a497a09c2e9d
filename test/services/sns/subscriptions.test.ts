import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  describeSns,
  invalidParameter,
  rejects,
  subscriptionDoesNotExist,
  topicDoesNotExist,
} from './world.ts';

const SUBSCRIPTION_ARN =
  /^arn:aws:sns:us-east-1:123456789012:topic-\d+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:nobody';

describeSns('subscriptions', (world) => {
  it('of own queues and functions are confirmed at once, whether they exist or not', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    for (const [Protocol, Endpoint] of [
      ['sqs', QUEUE],
      ['lambda', 'arn:aws:lambda:us-east-1:123456789012:function:nobody'],
    ]) {
      const { SubscriptionArn = '' } = await sns.subscribe({ TopicArn, Protocol, Endpoint });
      assert.match(SubscriptionArn, SUBSCRIPTION_ARN);
      const { Attributes } = await sns.getSubscriptionAttributes({ SubscriptionArn });
      assert.deepEqual(Attributes, {
        ConfirmationWasAuthenticated: 'true',
        Endpoint,
        Owner: '123456789012',
        PendingConfirmation: 'false',
        Protocol,
        RawMessageDelivery: 'false',
        SubscriptionArn,
        SubscriptionPrincipal: 'arn:aws:iam::123456789012:root',
        TopicArn,
      });
    }
  });

  it('of others wait for a confirmation', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    const input = { TopicArn, Protocol: 'email', Endpoint: 'alex@example.com' };
    assert.equal((await sns.subscribe(input)).SubscriptionArn, 'pending confirmation');
    const again = await sns.subscribe({ ...input, ReturnSubscriptionArn: true });
    assert.match(again.SubscriptionArn ?? '', SUBSCRIPTION_ARN);
    const { Subscriptions } = await sns.listSubscriptionsByTopic({ TopicArn });
    assert.deepEqual(Subscriptions, [
      {
        SubscriptionArn: 'PendingConfirmation',
        Owner: '123456789012',
        Protocol: 'email',
        Endpoint: 'alex@example.com',
        TopicArn,
      },
    ]);
  });

  it('are the same again for the same endpoint, unless attributes differ', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    const subscribe = (Attributes?: Record<string, string>) =>
      sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: QUEUE, Attributes });
    const first = await subscribe({ RawMessageDelivery: 'true', FilterPolicy: '{"a":["b"]}' });
    for (const same of [
      undefined,
      {},
      { RawMessageDelivery: 'true' },
      { FilterPolicyScope: 'MessageAttributes', RedrivePolicy: '{}' },
    ])
      assert.equal((await subscribe(same)).SubscriptionArn, first.SubscriptionArn);
    await rejects(
      subscribe({ RawMessageDelivery: 'false' }),
      invalidParameter('Attributes Reason: Subscription already exists with different attributes'),
    );
  });

  const REFUSED: [protocol: string, endpoint: string, what: string][] = [
    ['test-protocol', 'x', 'Amazon SNS does not support this protocol string: test-protocol'],
    [
      'firehose',
      'arn:aws:firehose:us-east-1:123456789012:deliverystream/d',
      'Amazon SNS does not support this protocol string: firehose',
    ],
    [
      'application',
      'arn:aws:sns:us-east-1:123456789012:endpoint/GCM/a/b',
      'Endpoint Reason: Endpoint does not exist for endpoint arnarn:aws:sns:us-east-1:123456789012:endpoint/GCM/a/b',
    ],
    ['sqs', 'http://127.0.0.1:4566/123456789012/q', 'SQS endpoint ARN'],
    ['sqs', 'arn:aws:sns:us-east-1:123456789012:q', 'SQS endpoint ARN'],
    ['lambda', 'function', 'Lambda endpoint ARN'],
    ['http', 'https://example.com', 'Endpoint must match the specified protocol'],
    ['https', 'http://example.com', 'Endpoint must match the specified protocol'],
    ['http', 'http://exa mple.com', 'Endpoint must match the specified protocol'],
    ['email', 'example.com', 'Email address'],
    ['email-json', 'a@b@c', 'Email address'],
    ['email', 'a@b.c\r\nBcc: d@e.f', 'Email address'],
    ['email', '', 'Endpoint'],
    [
      'sqs',
      `${QUEUE}.fifo`,
      'Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
    ],
  ];
  for (const [Protocol, Endpoint, what] of REFUSED)
    it(`refuse ${Protocol} ${JSON.stringify(Endpoint)}`, async () => {
      const { sns, topic } = world();
      const TopicArn = await topic();
      await rejects(sns.subscribe({ TopicArn, Protocol, Endpoint }), invalidParameter(what));
      const { Subscriptions } = await sns.listSubscriptionsByTopic({ TopicArn });
      assert.deepEqual(Subscriptions ?? [], []);
    });

  it('take nothing but queues for FIFO topics', async () => {
    const { sns, fifoTopic } = world();
    const TopicArn = await fifoTopic();
    await sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: QUEUE });
    await sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: `${QUEUE}.fifo` });
    await rejects(
      sns.subscribe({ TopicArn, Protocol: 'http', Endpoint: 'http://example.com' }),
      invalidParameter('Invalid parameter: Endpoint Reason: Please use FIFO SQS queue'),
    );
  });

  it('need a topic of the caller’s region', async () => {
    const { topic, client } = world();
    const TopicArn = await topic();
    const input = { TopicArn, Protocol: 'sqs', Endpoint: QUEUE };
    await rejects(
      client('123456789012', 'eu-west-1').subscribe(input),
      invalidParameter('TopicArn'),
    );
    await rejects(world().sns.subscribe({ ...input, TopicArn: `${TopicArn}x` }), topicDoesNotExist);
  });

  it('end, and end again', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const { arn, receive } = await queue();
    const SubscriptionArn = await subscribe(TopicArn, 'sqs', arn);
    await sns.unsubscribe({ SubscriptionArn });
    await sns.unsubscribe({ SubscriptionArn });
    await sns.publish({ TopicArn, Message: 'm' });
    assert.deepEqual(await receive(), []);
    await rejects(sns.getSubscriptionAttributes({ SubscriptionArn }), subscriptionDoesNotExist);
    assert.notEqual(await subscribe(TopicArn, 'sqs', arn), SubscriptionArn);
  });

  it('do not end before they are confirmed', async () => {
    const { sns, topic, subscribe } = world();
    const SubscriptionArn = await subscribe(await topic(), 'http', 'http://127.0.0.1:1/');
    await rejects(
      sns.unsubscribe({ SubscriptionArn }),
      invalidParameter(
        'SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation',
      ),
    );
    const { Attributes } = await sns.getSubscriptionAttributes({ SubscriptionArn });
    assert.equal(Attributes?.PendingConfirmation, 'true');
  });

  it('are told apart from what is none', async () => {
    const { sns } = world();
    const topicArn = 'arn:aws:sns:us-east-1:123456789012:t';
    await rejects(
      sns.unsubscribe({ SubscriptionArn: 'PendingConfirmation' }),
      invalidParameter('SubscriptionArn Reason: An ARN must have at least 6 elements, not 1'),
    );
    await rejects(
      sns.unsubscribe({ SubscriptionArn: '' }),
      invalidParameter('SubscriptionArn Reason: An ARN must have at least 6 elements, not 1'),
    );
    await rejects(
      sns.unsubscribe({ SubscriptionArn: topicArn }),
      invalidParameter('SubscriptionId'),
    );
    const unknown = `${topicArn}:00000000-0000-4000-a000-000000000000`;
    await sns.unsubscribe({ SubscriptionArn: unknown });
    await rejects(
      sns.getSubscriptionAttributes({ SubscriptionArn: unknown }),
      subscriptionDoesNotExist,
    );
  });

  it('are no business of other accounts', async () => {
    const { topic, subscribe, client } = world();
    const SubscriptionArn = await subscribe(await topic(), 'sqs', QUEUE);
    await rejects(
      client('222222222222').getSubscriptionAttributes({ SubscriptionArn }),
      subscriptionDoesNotExist,
    );
  });

  it('are listed a hundred at a time, of the account and of the topic', async () => {
    const { client } = world();
    const sns = client('444444444444');
    const { TopicArn = '' } = await sns.createTopic({ Name: 'wide' });
    for (let i = 0; i < 101; i++)
      await sns.subscribe({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: `arn:aws:sqs:us-east-1:444444444444:q${i}`,
      });
    const lists = [
      (NextToken?: string) => sns.listSubscriptions({ NextToken }),
      (NextToken?: string) => sns.listSubscriptionsByTopic({ TopicArn, NextToken }),
    ];
    for (const list of lists) {
      const first = await list();
      const second = await list(first.NextToken);
      const endpoints = [...(first.Subscriptions ?? []), ...(second.Subscriptions ?? [])];
      assert.equal(first.Subscriptions?.length, 100);
      assert.equal(new Set(endpoints.map(({ Endpoint }) => Endpoint)).size, 101);
      assert.equal(second.NextToken, undefined);
    }
  });

  it('are limited to a hundred for a FIFO topic', async () => {
    const { fifoTopic, sns } = world();
    const TopicArn = await fifoTopic();
    const subscribe = (i: number) =>
      sns.subscribe({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: `arn:aws:sqs:us-east-1:123456789012:q${i}.fifo`,
      });
    for (let i = 0; i < 100; i++) await subscribe(i);
    await rejects(subscribe(100), {
      code: 'SubscriptionLimitExceeded',
      message: 'Subscription limit exceeded',
      status: 403,
    });
  });
});
