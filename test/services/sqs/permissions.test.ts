import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('AddPermission and RemovePermission', (world) => {
  it('add and remove statements of the policy by their label', async () => {
    const { sqs, createQueue, arn, attribute } = world();
    const QueueUrl = await createQueue();
    const add = (Label: string, AWSAccountIds: string[], Actions: string[]) =>
      sqs.addPermission({ QueueUrl, Label, AWSAccountIds, Actions });
    await add('one', ['111122223333'], ['ReceiveMessage']);
    await add('many', ['111122223333', '444455556666'], ['SendMessage', 'GetQueueUrl']);
    const policy = JSON.parse((await attribute(QueueUrl, 'Policy')) ?? '{}');
    assert.equal(policy.Version, '2008-10-17');
    assert.ok(policy.Id.startsWith(`${arn(QueueUrl)}/`));
    const root = (account: string) => `arn:aws:iam::${account}:root`;
    assert.deepEqual(policy.Statement, [
      {
        Sid: 'one',
        Effect: 'Allow',
        Principal: { AWS: root('111122223333') },
        Action: 'SQS:ReceiveMessage',
        Resource: arn(QueueUrl),
      },
      {
        Sid: 'many',
        Effect: 'Allow',
        Principal: { AWS: [root('111122223333'), root('444455556666')] },
        Action: ['SQS:SendMessage', 'SQS:GetQueueUrl'],
        Resource: arn(QueueUrl),
      },
    ]);
    await rejects(
      add('one', ['111122223333'], ['SendMessage']),
      invalidParameter('Value one for parameter Label is invalid. Reason: Already exists.'),
    );
    await sqs.removePermission({ QueueUrl, Label: 'one' });
    await rejects(
      sqs.removePermission({ QueueUrl, Label: 'one' }),
      invalidParameter("Value one for parameter Label is invalid. Reason: can't find label."),
    );
    await sqs.removePermission({ QueueUrl, Label: 'many' });
    assert.equal(await attribute(QueueUrl, 'Policy'), undefined);
  });

  it('grant only what an owner can grant', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue();
    const add = (Actions: string[], AWSAccountIds = ['111122223333'], Label = 'label') =>
      sqs.addPermission({ QueueUrl, Label, AWSAccountIds, Actions });
    await rejects(
      add(['CreateQueue']),
      invalidParameter(/Only the queue owner is allowed to invoke this action/),
    );
    await rejects(add(['Nonsense']), invalidParameter(/list of valid actions/));
    await rejects(add(['SendMessage'], ['alex']), invalidParameter(/alex/));
    await rejects(
      add(['SendMessage'], []),
      invalidParameter('Value [] for parameter PrincipalId is invalid. Reason: Unable to verify.'),
    );
    await rejects(add(['SendMessage'], undefined, 'not a label'), invalidParameter(/Label/));
    await rejects(add(Array.from({ length: 8 }, () => 'SendMessage')), {
      name: 'OverLimit',
      status: 403,
      message: '8 Actions were found, maximum allowed is 7.',
    });
  });
});
