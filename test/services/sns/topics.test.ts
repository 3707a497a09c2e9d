import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSns, invalidParameter, rejects, topicDoesNotExist } from './world.ts';

describeSns('topics', (world) => {
  it('is created once, and answers the same ARN again', async () => {
    const { sns } = world();
    const first = await sns.createTopic({ Name: 'photos', Attributes: { DisplayName: 'Photos' } });
    assert.equal(first.TopicArn, 'arn:aws:sns:us-east-1:123456789012:photos');
    assert.equal((await sns.createTopic({ Name: 'photos' })).TopicArn, first.TopicArn);
    for (const Attributes of [
      { DisplayName: 'Photos', FifoTopic: 'false' },
      { SignatureVersion: '1', TracingConfig: 'PassThrough', DeliveryPolicy: '' },
    ])
      assert.equal(
        (await sns.createTopic({ Name: 'photos', Attributes })).TopicArn,
        first.TopicArn,
      );
  });

  it('refuses to be created again with other attributes or tags', async () => {
    const { sns } = world();
    const team = { Key: 'team', Value: 'red' };
    await sns.createTopic({ Name: 'tagged', Tags: [team, { Key: 'stage', Value: 'test' }] });
    await sns.createTopic({ Name: 'tagged', Tags: [team] });
    await rejects(
      sns.createTopic({ Name: 'tagged', Attributes: { DisplayName: 'x' } }),
      invalidParameter('Attributes Reason: Topic already exists with different attributes'),
    );
    await sns.createTopic({ Name: 'tagged', Tags: [] });
    await rejects(
      sns.createTopic({ Name: 'tagged', Tags: [{ Key: 'team', Value: 'blue' }] }),
      invalidParameter('Tags Reason: Topic already exists with different tags'),
    );
  });

  const BAD_NAMES = ['', 'a b', 'a.b', 'x'.repeat(257), 'a.fifo', 'ü'];
  for (const name of BAD_NAMES)
    it(`refuses the name ${JSON.stringify(name.slice(0, 20))}`, () =>
      rejects(world().sns.createTopic({ Name: name }), invalidParameter('Topic Name')));

  it('wants the suffix exactly when the topic is FIFO', async () => {
    const { sns } = world();
    await rejects(
      sns.createTopic({ Name: 'plain', Attributes: { FifoTopic: 'true' } }),
      invalidParameter('Topic Name'),
    );
    const { TopicArn } = await sns.createTopic({
      Name: 'ordered.fifo',
      Attributes: { FifoTopic: 'true' },
    });
    const { Attributes } = await sns.getTopicAttributes({ TopicArn });
    assert.equal(Attributes?.FifoTopic, 'true');
    assert.equal(Attributes?.ContentBasedDeduplication, 'false');
  });

  it('refuses what is not offered', async () => {
    const { sns } = world();
    await rejects(
      sns.createTopic({ Name: 'archived', Attributes: { ArchivePolicy: '{}' } }),
      invalidParameter('Attributes Reason: Unknown attribute ArchivePolicy'),
    );
    await rejects(
      sns.createTopic({ Name: 'protected', DataProtectionPolicy: '{"Name":"p"}' }),
      invalidParameter('DataProtectionPolicy Reason: data protection is not supported'),
    );
  });

  it('is deleted, and deleted again', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    await sns.deleteTopic({ TopicArn });
    await sns.deleteTopic({ TopicArn });
    await rejects(sns.getTopicAttributes({ TopicArn }), topicDoesNotExist);
    await rejects(sns.publish({ TopicArn, Message: 'm' }), topicDoesNotExist);
  });

  it('leaves the subscriptions of a deleted topic to be looked at, for a day', async () => {
    const { sns, topic, queue, subscribe, advance } = world();
    const TopicArn = await topic();
    const { arn } = await queue();
    const SubscriptionArn = await subscribe(TopicArn, 'sqs', arn);
    await sns.deleteTopic({ TopicArn });
    const { Attributes } = await sns.getSubscriptionAttributes({ SubscriptionArn });
    assert.equal(Attributes?.TopicArn, TopicArn);
    const { Subscriptions = [] } = await sns.listSubscriptions({});
    assert.deepEqual(
      Subscriptions.filter((each) => each.TopicArn === TopicArn),
      [],
    );

    await advance(24 * 3600 + 1);
    // Each topic that is created sweeps one that was deleted.
    for (let swept = 0; swept < 5; swept++) await topic();
    await assert.rejects(sns.getSubscriptionAttributes({ SubscriptionArn }), /does not exist/);
  });

  it('has no subscriptions when it is created anew', async () => {
    const { sns, queue, subscribe } = world();
    const { TopicArn = '' } = await sns.createTopic({ Name: 'again' });
    const { arn, receive } = await queue();
    await subscribe(TopicArn, 'sqs', arn);
    await sns.deleteTopic({ TopicArn });
    await sns.createTopic({ Name: 'again' });
    await sns.publish({ TopicArn, Message: 'm' });
    assert.deepEqual(await receive(), []);
    const { Subscriptions } = await sns.listSubscriptionsByTopic({ TopicArn });
    assert.deepEqual(Subscriptions ?? [], []);
  });

  it('is told apart from what is no topic of this region', async () => {
    const { sns } = world();
    const read = (TopicArn: string) => sns.getTopicAttributes({ TopicArn });
    await rejects(
      read('photos'),
      invalidParameter('TopicArn Reason: An ARN must have at least 6 elements, not 1'),
    );
    await rejects(read('arn:aws:sns:eu-west-1:123456789012:photos'), invalidParameter('TopicArn'));
    await rejects(read('arn:aws:sqs:us-east-1:123456789012:photos'), invalidParameter('TopicArn'));
    await rejects(read('arn:aws:sns:us-east-1:123456789012:nobody'), topicDoesNotExist);
  });

  it('is listed a hundred at a time', async () => {
    const sns = world().client('111111111111');
    const names = Array.from({ length: 101 }, (_, i) => `list-${String(i).padStart(3, '0')}`);
    for (const Name of names) await sns.createTopic({ Name });
    const first = await sns.listTopics({});
    assert.equal(first.Topics?.length, 100);
    assert.ok(first.NextToken);
    const second = await sns.listTopics({ NextToken: first.NextToken });
    assert.deepEqual(
      [...(first.Topics ?? []), ...(second.Topics ?? [])].map(({ TopicArn }) => TopicArn),
      names.map((name) => `arn:aws:sns:us-east-1:111111111111:${name}`),
    );
    assert.equal(second.NextToken, undefined);
    await rejects(
      sns.listTopics({ NextToken: 'eA==' }),
      invalidParameter('NextToken Reason: the token is not valid'),
    );
  });

  it('carries tags', async () => {
    const { sns, topic } = world();
    const ResourceArn = await topic();
    await sns.tagResource({
      ResourceArn,
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    });
    await sns.untagResource({ ResourceArn, TagKeys: ['a', 'none'] });
    const { Tags } = await sns.listTagsForResource({ ResourceArn });
    assert.deepEqual(Tags, [{ Key: 'b', Value: '2' }]);

    const twice = [
      { Key: 'c', Value: '1' },
      { Key: 'c', Value: '2' },
    ];
    await rejects(
      sns.tagResource({ ResourceArn, Tags: twice }),
      invalidParameter('Duplicated keys are not allowed.'),
    );
    const many = Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: '' }));
    await rejects(sns.tagResource({ ResourceArn, Tags: many }), {
      code: 'TagLimitExceeded',
      message: 'Could not complete request: tag quota of per resource exceeded',
    });
    await rejects(sns.listTagsForResource({ ResourceArn: `${ResourceArn}x` }), {
      code: 'ResourceNotFound',
      message: 'Resource does not exist',
      status: 404,
    });
  });
});
