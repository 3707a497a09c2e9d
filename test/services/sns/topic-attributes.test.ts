import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSns, invalidParameter, rejects } from './world.ts';

describeSns('topic attributes', (world) => {
  it('are what AWS shows of a fresh topic', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    const { Attributes } = await sns.getTopicAttributes({ TopicArn });
    assert.ok(Attributes);
    const { Policy = '', EffectiveDeliveryPolicy, ...rest } = Attributes;
    assert.deepEqual(rest, {
      DisplayName: '',
      Owner: '123456789012',
      SubscriptionsConfirmed: '0',
      SubscriptionsDeleted: '0',
      SubscriptionsPending: '0',
      TopicArn,
    });
    assert.equal(
      EffectiveDeliveryPolicy,
      '{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"disableSubscriptionOverrides":false,"defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}',
    );
    const [statement] = JSON.parse(Policy).Statement;
    assert.equal(statement.Sid, '__default_statement_ID');
    assert.deepEqual(statement.Condition, { StringEquals: { 'AWS:SourceOwner': '123456789012' } });
    assert.equal(statement.Action.length, 8);
  });

  it('count subscriptions', async () => {
    const { sns, topic, queue, subscribe } = world();
    const TopicArn = await topic();
    const { arn } = await queue();
    const SubscriptionArn = await subscribe(TopicArn, 'sqs', arn);
    await subscribe(TopicArn, 'email', 'alex@example.com');
    const counts = async () => {
      const { Attributes = {} } = await sns.getTopicAttributes({ TopicArn });
      return ['Confirmed', 'Pending', 'Deleted'].map((name) => Attributes[`Subscriptions${name}`]);
    };
    assert.deepEqual(await counts(), ['1', '1', '0']);
    await sns.unsubscribe({ SubscriptionArn });
    assert.deepEqual(await counts(), ['0', '1', '1']);
  });

  const SETTABLE: [name: string, value: string][] = [
    ['DisplayName', 'My photos'],
    ['SignatureVersion', '2'],
    ['TracingConfig', 'Active'],
    ['KmsMasterKeyId', 'alias/aws/sns'],
    ['DeliveryPolicy', '{"http":{"disableSubscriptionOverrides":true}}'],
  ];
  for (const [AttributeName, AttributeValue] of SETTABLE)
    it(`set ${AttributeName}`, async () => {
      const { sns, topic } = world();
      const TopicArn = await topic();
      await sns.setTopicAttributes({ TopicArn, AttributeName, AttributeValue });
      const { Attributes } = await sns.getTopicAttributes({ TopicArn });
      assert.equal(Attributes?.[AttributeName], AttributeValue);
    });

  const REFUSED: [name: string, value: string, what: string][] = [
    ['Nonsense', '1', 'AttributeName'],
    ['FifoTopic', 'true', 'AttributeName'],
    ['ContentBasedDeduplication', 'true', 'AttributeName'],
    ['SQSSuccessFeedbackRoleArn', 'arn:aws:iam::123456789012:role/r', 'SQSSuccessFeedbackRoleArn'],
    ['SQSSuccessFeedbackSampleRate', '101', 'SQSSuccessFeedbackSampleRate'],
    ['SQSFailureFeedbackSampleRate', '0', 'AttributeName'],
    ['DisplayName', 'x'.repeat(101), 'DisplayName'],
    ['SignatureVersion', '3', 'SignatureVersion'],
    ['TracingConfig', 'Sometimes', 'TracingConfig'],
    [
      'DeliveryPolicy',
      'nonsense',
      "DeliveryPolicy: failed to parse JSON. Unrecognized token 'nonsense': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 9]",
    ],
    ['DeliveryPolicy', '{"https":{}}', 'DeliveryPolicy: unexpected member https'],
    [
      'Policy',
      '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}}',
      'Policy statement action out of service scope!',
    ],
    ['Policy', '{}', 'Policy Error: Missing required field Statement'],
  ];
  for (const [AttributeName, AttributeValue, what] of REFUSED)
    it(`refuse ${AttributeName} ${AttributeValue.slice(0, 40)}`, async () => {
      const { sns, topic } = world();
      const TopicArn = await topic();
      const before = await sns.getTopicAttributes({ TopicArn });
      await rejects(
        sns.setTopicAttributes({ TopicArn, AttributeName, AttributeValue }),
        invalidParameter(what),
      );
      const { Attributes } = await sns.getTopicAttributes({ TopicArn });
      assert.deepEqual(Attributes, before.Attributes);
    });

  it('take rates of logging, and no role', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    const set = (AttributeName: string, AttributeValue: string) =>
      sns.setTopicAttributes({ TopicArn, AttributeName, AttributeValue });
    for (const source of ['Application', 'Firehose', 'HTTP', 'Lambda', 'SQS']) {
      await set(`${source}SuccessFeedbackSampleRate`, '0');
      await set(`${source}FailureFeedbackRoleArn`, '');
    }
    const { Attributes = {} } = await sns.getTopicAttributes({ TopicArn });
    assert.equal(Attributes.HTTPSuccessFeedbackSampleRate, '0');
    assert.equal(Attributes.HTTPFailureFeedbackRoleArn, undefined);
  });

  it('show the effective delivery policy', async () => {
    const { sns, topic } = world();
    const policy = {
      http: {
        defaultHealthyRetryPolicy: { minDelayTarget: 1, maxDelayTarget: 5, numRetries: 4 },
        defaultThrottlePolicy: { maxReceivesPerSecond: 7 },
      },
    };
    const TopicArn = await topic({ DeliveryPolicy: JSON.stringify(policy) });
    const { Attributes } = await sns.getTopicAttributes({ TopicArn });
    assert.equal(
      Attributes?.DeliveryPolicy,
      '{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":1,"maxDelayTarget":5,"numRetries":4},"disableSubscriptionOverrides":false,"defaultThrottlePolicy":{"maxReceivesPerSecond":7}}}',
    );
    const { http } = JSON.parse(Attributes?.EffectiveDeliveryPolicy ?? '');
    assert.equal(http.defaultHealthyRetryPolicy.maxDelayTarget, 5);
    assert.equal(http.defaultHealthyRetryPolicy.backoffFunction, 'linear');
    assert.deepEqual(http.defaultThrottlePolicy, { maxReceivesPerSecond: 7 });
    const set = (AttributeValue: string) =>
      sns.setTopicAttributes({ TopicArn, AttributeName: 'DeliveryPolicy', AttributeValue });
    await set('{"http":{"defaultHealthyRetryPolicy":null}}');
    const emptied = await sns.getTopicAttributes({ TopicArn });
    assert.equal(
      emptied.Attributes?.DeliveryPolicy,
      '{"http":{"disableSubscriptionOverrides":false}}',
    );
    await set('');
    const after = await sns.getTopicAttributes({ TopicArn });
    assert.equal(after.Attributes?.DeliveryPolicy, undefined);
  });
});
