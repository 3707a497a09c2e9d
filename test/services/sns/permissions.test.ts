import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSns, invalidParameter, rejects, topicDoesNotExist, type World } from './world.ts';

const OTHER = '222222222222';

const policyOf = async ({ sns }: World, TopicArn: string) => {
  const { Attributes } = await sns.getTopicAttributes({ TopicArn });
  return JSON.parse(Attributes?.Policy ?? '');
};

describeSns('permissions of topics', (world) => {
  it('are added to the default policy', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    await sns.addPermission({
      TopicArn,
      Label: 'one',
      AWSAccountId: [OTHER],
      ActionName: ['Publish'],
    });
    await sns.addPermission({
      TopicArn,
      Label: 'many',
      AWSAccountId: [OTHER, '333333333333'],
      ActionName: ['Publish', 'Subscribe'],
    });
    const { Statement } = await policyOf(world(), TopicArn);
    assert.deepEqual(Statement.slice(1), [
      {
        Sid: 'one',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${OTHER}:root` },
        Action: 'SNS:Publish',
        Resource: TopicArn,
      },
      {
        Sid: 'many',
        Effect: 'Allow',
        Principal: { AWS: [`arn:aws:iam::${OTHER}:root`, 'arn:aws:iam::333333333333:root'] },
        Action: ['SNS:Publish', 'SNS:Subscribe'],
        Resource: TopicArn,
      },
    ]);
  });

  it('are refused when they are none', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    const add = (input: object) =>
      sns.addPermission({
        TopicArn,
        Label: 'l',
        AWSAccountId: [OTHER],
        ActionName: ['Publish'],
        ...input,
      });
    await add({});
    await rejects(add({}), invalidParameter('Statement already exists'));
    await rejects(
      add({ Label: 'x', ActionName: ['Nonsense'] }),
      invalidParameter('Policy statement action out of service scope!'),
    );
    await rejects(add({ Label: 'x', AWSAccountId: ['1'] }), invalidParameter('AWSAccountId'));
    await rejects(add({ TopicArn: `${TopicArn}x` }), topicDoesNotExist);
  });

  it('are removed by their label, known or not', async () => {
    const { sns, topic } = world();
    const TopicArn = await topic();
    const before = await policyOf(world(), TopicArn);
    await sns.removePermission({ TopicArn, Label: 'nobody' });
    assert.deepEqual(await policyOf(world(), TopicArn), before);
    await sns.removePermission({ TopicArn, Label: '__default_statement_ID' });
    assert.deepEqual(await policyOf(world(), TopicArn), before, 'a topic is never without policy');
  });

  it('keep other accounts out until they are let in', async () => {
    const { sns, topic, client } = world();
    const TopicArn = await topic();
    const stranger = client(OTHER);
    await rejects(stranger.publish({ TopicArn, Message: 'm' }), {
      code: 'AuthorizationError',
      message: new RegExp(
        `^User: arn:aws:iam::${OTHER}:root is not authorized to perform: SNS:Publish on resource: ${TopicArn} because`,
      ),
      status: 403,
    });
    await sns.addPermission({
      TopicArn,
      Label: 'in',
      AWSAccountId: [OTHER],
      ActionName: ['Publish'],
    });
    const { MessageId } = await stranger.publish({ TopicArn, Message: 'm' });
    assert.ok(MessageId);
    await rejects(stranger.deleteTopic({ TopicArn }), {
      code: 'AuthorizationError',
      message: /SNS:DeleteTopic/,
      status: 403,
    });
  });

  it('can depend on protocol and endpoint', async () => {
    const { sns, topic, client } = world();
    const TopicArn = await topic();
    const AttributeValue = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: OTHER },
        Action: 'SNS:Subscribe',
        Resource: TopicArn,
        Condition: { StringLike: { 'sns:Endpoint': '*@example.com' } },
      },
    });
    await sns.setTopicAttributes({ TopicArn, AttributeName: 'Policy', AttributeValue });
    const stranger = client(OTHER);
    const subscribe = (Endpoint: string) =>
      stranger.subscribe({ TopicArn, Protocol: 'email', Endpoint });
    await subscribe('alex@example.com');
    await rejects(subscribe('alex@example.org'), {
      code: 'AuthorizationError',
      message: /SNS:Subscribe/,
      status: 403,
    });
  });
});
