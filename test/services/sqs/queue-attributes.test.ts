import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSqs, rejects } from './world.ts';

describeSqs('GetQueueAttributes and SetQueueAttributes', (world) => {
  const all = async (QueueUrl: string) => {
    const { Attributes } = await world().sqs.getQueueAttributes({
      QueueUrl,
      AttributeNames: ['All'],
    });
    return Attributes ?? {};
  };
  const set = (QueueUrl: string, Attributes: Record<string, string>) =>
    world().sqs.setQueueAttributes({ QueueUrl, Attributes });

  it('show the defaults of a new standard queue', async () => {
    const { createQueue, arn, platform } = world();
    const QueueUrl = await createQueue();
    const { CreatedTimestamp, LastModifiedTimestamp, ...others } = await all(QueueUrl);
    assert.ok(Math.abs(Number(CreatedTimestamp) - platform.clock.now() / 1000) < 2);
    assert.equal(LastModifiedTimestamp, CreatedTimestamp);
    assert.deepEqual(others, {
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesDelayed: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
      DelaySeconds: '0',
      MaximumMessageSize: '1048576',
      MessageRetentionPeriod: '345600',
      QueueArn: arn(QueueUrl),
      ReceiveMessageWaitTimeSeconds: '0',
      SqsManagedSseEnabled: 'true',
      VisibilityTimeout: '30',
    });
  });

  it('show what a FIFO queue has besides', async () => {
    const attributes = await all(await world().createFifoQueue());
    assert.equal(attributes.FifoQueue, 'true');
    assert.equal(attributes.ContentBasedDeduplication, 'false');
    assert.equal(attributes.DeduplicationScope, 'queue');
    assert.equal(attributes.FifoThroughputLimit, 'perQueue');
  });

  it('answer only what was asked for', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue();
    const { Attributes } = await sqs.getQueueAttributes({
      QueueUrl,
      AttributeNames: ['DelaySeconds', 'Policy'],
    });
    assert.deepEqual(Attributes, { DelaySeconds: '0' });
    assert.equal((await sqs.getQueueAttributes({ QueueUrl })).Attributes, undefined);
    await rejects(sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['Nonsense' as 'All'] }), {
      name: 'InvalidAttributeName',
      message: 'Unknown Attribute Nonsense.',
    });
  });

  it('change what is named and keep the rest', async () => {
    const { createQueue, advance } = world();
    const QueueUrl = await createQueue({ DelaySeconds: '7' });
    await advance(5);
    await set(QueueUrl, { VisibilityTimeout: '60', MessageRetentionPeriod: '60' });
    const attributes = await all(QueueUrl);
    assert.equal(attributes.DelaySeconds, '7');
    assert.equal(attributes.VisibilityTimeout, '60');
    assert.equal(attributes.MessageRetentionPeriod, '60');
    assert.ok(Number(attributes.LastModifiedTimestamp) >= Number(attributes.CreatedTimestamp) + 5);
  });

  it('refuse values out of bounds and change nothing then', async () => {
    const { createQueue, createFifoQueue } = world();
    const QueueUrl = await createQueue();
    const before = await all(QueueUrl);
    const otherAction =
      '{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}}';
    const cases: [string, string][] = [
      ['DelaySeconds', '901'],
      ['DelaySeconds', '-1'],
      ['DelaySeconds', 'x'],
      ['DelaySeconds', ''],
      ['MaximumMessageSize', '1023'],
      ['MaximumMessageSize', '1048577'],
      ['MessageRetentionPeriod', '59'],
      ['MessageRetentionPeriod', '1209601'],
      ['ReceiveMessageWaitTimeSeconds', '21'],
      ['VisibilityTimeout', '43201'],
      ['KmsDataKeyReusePeriodSeconds', '59'],
      ['SqsManagedSseEnabled', 'yes'],
      ['Policy', 'not json'],
      ['Policy', '{}'],
      ['Policy', otherAction],
    ];
    for (const [name, value] of cases)
      if (value !== '' || world().wire === 'awsJson')
        await rejects(set(QueueUrl, { VisibilityTimeout: '5', [name]: value }), {
          name: 'InvalidAttributeValue',
          message: `Invalid value for the parameter ${name}.`,
        });
    for (const name of ['QueueArn', 'nonsense', 'constructor'])
      await rejects(set(QueueUrl, { [name]: 'x' }), {
        name: 'InvalidAttributeName',
        message: `Unknown Attribute ${name}.`,
      });
    assert.deepEqual(await all(QueueUrl), before);

    const fifo = await createFifoQueue();
    await rejects(set(fifo, { FifoQueue: 'false' }), {
      name: 'InvalidAttributeValue',
      message:
        'Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.',
    });
    await rejects(set(QueueUrl, { FifoQueue: 'true' }), {
      name: 'InvalidAttributeName',
      message: 'Unknown Attribute FifoQueue.',
    });
    await rejects(set(fifo, { FifoThroughputLimit: 'perMessageGroupId' }), {
      name: 'InvalidAttributeValue',
      message: /only when the value for DeduplicationScope is messageGroup/,
    });
    await set(fifo, {
      FifoThroughputLimit: 'perMessageGroupId',
      DeduplicationScope: 'messageGroup',
    });
  });

  it('know one kind of encryption at a time', async () => {
    const QueueUrl = await world().createQueue();
    await rejects(set(QueueUrl, { KmsMasterKeyId: 'alias/x', SqsManagedSseEnabled: 'true' }), {
      name: 'InvalidAttributeName',
      message:
        'You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.',
    });
    await set(QueueUrl, { KmsMasterKeyId: 'alias/x' });
    const attributes = await all(QueueUrl);
    assert.equal(attributes.SqsManagedSseEnabled, 'false');
    assert.equal(attributes.KmsMasterKeyId, 'alias/x');
    assert.equal(attributes.KmsDataKeyReusePeriodSeconds, '300');
    await set(QueueUrl, { KmsMasterKeyId: '' });
    assert.equal((await all(QueueUrl)).SqsManagedSseEnabled, 'false');
    assert.equal((await all(QueueUrl)).KmsMasterKeyId, undefined);
  });

  it('keep the policy as it was written, and clear it', async () => {
    const QueueUrl = await world().createQueue();
    const Policy =
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*" } }';
    await set(QueueUrl, { Policy });
    assert.equal((await all(QueueUrl)).Policy, Policy);
    await set(QueueUrl, { Policy: '' });
    assert.equal((await all(QueueUrl)).Policy, undefined);
  });

  it('take a policy without Resource as one for the queue, and what is no ARN as one for nothing', async () => {
    const { createQueue, client } = world();
    const QueueUrl = await createQueue();
    const allow = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage' };
    const send = () => client('111122223333').sendMessage({ QueueUrl, MessageBody: 'x' });
    await set(QueueUrl, { Policy: JSON.stringify({ Statement: allow }) });
    await send();
    const Statement = [
      { ...allow, Resource: "'$sqs_queue_arn'" },
      { ...allow, Condition: { ArnEquals: { 'aws:SourceArn': "'$sns_topic_arn'" } } },
    ];
    await set(QueueUrl, { Policy: JSON.stringify({ Statement }) });
    await rejects(send(), {
      code: 'AccessDenied',
      status: 403,
      message: /is not authorized to perform: sqs:sendmessage/,
    });
  });
});
