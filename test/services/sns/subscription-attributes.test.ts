import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSns, invalidParameter, rejects, type World } from './world.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:nobody';
const DLQ = 'arn:aws:sqs:us-east-1:123456789012:dlq';

const attributesOf = async ({ sns }: World, SubscriptionArn: string) => {
  const { Attributes } = await sns.getSubscriptionAttributes({ SubscriptionArn });
  return Attributes ?? {};
};

describeSns('subscription attributes', (world) => {
  const set = (SubscriptionArn: string, AttributeName: string, AttributeValue?: string) =>
    world().sns.setSubscriptionAttributes({ SubscriptionArn, AttributeName, AttributeValue });
  const queueSubscription = async (attributes: Record<string, string> = {}) =>
    world().subscribe(await world().topic(), 'sqs', QUEUE, attributes);

  it('show the scope of filtering only beside a filter policy', async () => {
    const arn = await queueSubscription();
    await set(arn, 'FilterPolicyScope', 'MessageBody');
    assert.equal((await attributesOf(world(), arn)).FilterPolicyScope, undefined);
    await set(arn, 'FilterPolicy', '{"object":{"key":["a"]}}');
    assert.equal((await attributesOf(world(), arn)).FilterPolicyScope, 'MessageBody');
    await rejects(
      set(arn, 'FilterPolicyScope', 'MessageAttributes'),
      invalidParameter(
        'Filter policy scope MessageAttributes does not support nested filter policy',
      ),
    );
    for (const none of ['{}', '']) {
      await set(arn, 'FilterPolicy', '{"object":["a"]}');
      await set(arn, 'FilterPolicy', none);
      assert.equal((await attributesOf(world(), arn)).FilterPolicy, undefined);
    }
  });

  it('say the default scope', async () => {
    const arn = await queueSubscription({ FilterPolicy: '{"a":["b"]}' });
    assert.equal((await attributesOf(world(), arn)).FilterPolicyScope, 'MessageAttributes');
  });

  const REFUSED: [name: string, value: string, what: string | RegExp][] = [
    ['Nonsense', 'x', 'AttributeName'],
    ['ReplayPolicy', '{}', 'AttributeName'],
    ['SubscriptionRoleArn', 'arn:aws:iam::123456789012:role/r', 'AttributeName'],
    [
      'RawMessageDelivery',
      'yes',
      'RawMessageDelivery: Invalid value [yes]. Must be true or false.',
    ],
    [
      'FilterPolicyScope',
      'RandomValue',
      'FilterPolicyScope: Invalid value [RandomValue]. Please use either MessageBody or MessageAttributes',
    ],
    ['FilterPolicy', 'invalid', /^Invalid parameter: FilterPolicy: failed to parse JSON\. /],
    [
      'RedrivePolicy',
      '{invalid}',
      "RedrivePolicy: failed to parse JSON. Unexpected character ('i' (code 105)): was expecting double-quote to start field name\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 2]",
    ],
    ['RedrivePolicy', 'null', 'RedrivePolicy: deadLetterTargetArn is an invalid arn'],
    [
      'RedrivePolicy',
      '{"deadLetterTargetArn":"fake"}',
      'RedrivePolicy: deadLetterTargetArn is an invalid arn',
    ],
    [
      'RedrivePolicy',
      '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:q"}',
      'RedrivePolicy: deadLetterTargetArn must be a queue of the same account and region',
    ],
    [
      'DeliveryPolicy',
      '{"a":1}',
      'DeliveryPolicy: Delivery protocol [sqs] has no delivery policy.',
    ],
  ];
  for (const [name, value, what] of REFUSED) {
    const label = `refuse ${name} ${value}`;
    it(label, async () => {
      const arn = await queueSubscription();
      const message = typeof what === 'string' ? `Invalid parameter: ${what}` : what;
      await rejects(set(arn, name, value), { code: 'InvalidParameter', message });
    });
    if (typeof what === 'string' && what !== 'AttributeName')
      it(`${label} in Subscribe`, async () => {
        const { sns, topic } = world();
        const TopicArn = await topic();
        const Attributes = { [name]: value };
        await rejects(
          sns.subscribe({ TopicArn, Protocol: 'sqs', Endpoint: QUEUE, Attributes }),
          invalidParameter(`Attributes Reason: ${what}`),
        );
      });
  }

  it('take raw delivery in any case', async () => {
    const { topic, subscribe } = world();
    const arn = await subscribe(await topic(), 'sqs', QUEUE, { RawMessageDelivery: 'TrUe' });
    assert.equal((await attributesOf(world(), arn)).RawMessageDelivery, 'true');
    await set(arn, 'RawMessageDelivery', 'False');
    assert.equal((await attributesOf(world(), arn)).RawMessageDelivery, 'false');
  });

  it('refuse raw delivery where there is none', async () => {
    const { topic, subscribe } = world();
    const arn = await subscribe(await topic(), 'email', 'alex@example.com');
    await rejects(
      set(arn, 'RawMessageDelivery', 'true'),
      invalidParameter(
        'RawMessageDelivery: Delivery protocol [email] does not support raw message delivery.',
      ),
    );
  });

  it('want a FIFO dead-letter queue exactly for FIFO queues', async () => {
    const { topic, fifoTopic, subscribe } = world();
    const fifo = await subscribe(await fifoTopic(), 'sqs', `${QUEUE}.fifo`);
    const redrive = (arn: string) => JSON.stringify({ deadLetterTargetArn: arn });
    await rejects(
      set(fifo, 'RedrivePolicy', redrive(DLQ)),
      invalidParameter(
        'RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.',
      ),
    );
    await set(fifo, 'RedrivePolicy', redrive(`${DLQ}.fifo`));
    const standard = await subscribe(await topic(), 'sqs', QUEUE);
    await assert.rejects(set(standard, 'RedrivePolicy', redrive(`${DLQ}.fifo`)));
    await set(standard, 'RedrivePolicy', redrive(DLQ));
    assert.equal((await attributesOf(world(), standard)).RedrivePolicy, redrive(DLQ));
    await set(standard, 'RedrivePolicy', '{}');
    assert.equal((await attributesOf(world(), standard)).RedrivePolicy, undefined);
  });

  it('show how an HTTP endpoint is delivered to', async () => {
    const { topic, subscribe } = world();
    const arn = await subscribe(await topic(), 'http', 'http://127.0.0.1:1/');
    const effective = async () =>
      JSON.parse((await attributesOf(world(), arn)).EffectiveDeliveryPolicy ?? '');
    assert.deepEqual(Object.keys(await effective()), [
      'healthyRetryPolicy',
      'sicklyRetryPolicy',
      'throttlePolicy',
      'requestPolicy',
      'guaranteed',
    ]);
    await set(arn, 'DeliveryPolicy', '{"requestPolicy":{"headerContentType":"application/json"}}');
    assert.equal(
      (await attributesOf(world(), arn)).DeliveryPolicy,
      '{"healthyRetryPolicy":null,"sicklyRetryPolicy":null,"throttlePolicy":null,"requestPolicy":{"headerContentType":"application/json"},"guaranteed":false}',
    );
    assert.equal((await effective()).requestPolicy.headerContentType, 'application/json');
  });

  it('limit the filter policies of a topic', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    const subscribe = (i: number, Attributes = {}) =>
      sns.subscribe({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: `arn:aws:sqs:us-east-1:123456789012:q${i}`,
        Attributes,
      });
    const FilterPolicy = '{"a":["b"]}';
    for (let i = 0; i < 200; i++) await subscribe(i, { FilterPolicy });
    const limit = {
      code: 'FilterPolicyLimitExceeded',
      message: 'Filter policy limit exceeded',
      status: 403,
    };
    await rejects(subscribe(200, { FilterPolicy }), limit);
    const { SubscriptionArn = '' } = await subscribe(200);
    await rejects(set(SubscriptionArn, 'FilterPolicy', FilterPolicy), limit);
  });
});
