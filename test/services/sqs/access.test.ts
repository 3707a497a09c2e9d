import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Access } from '../../../src/services/define-service.ts';
import { sqs } from '../../../src/services/sqs/index.ts';
import {
  ACCOUNT,
  createCaller,
  createTestPlatform,
  ENDPOINT,
  rootCaller,
} from '../../support/platform.ts';

const OTHER_ACCOUNT = '111122223333';
const POLICY = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}}';
const QUEUE_ARN = `arn:aws:sqs:us-east-1:${ACCOUNT}:q`;
const DEAD_ARN = `arn:aws:sqs:us-east-1:${ACCOUNT}:dead`;
const QueueUrl = `${ENDPOINT}/${ACCOUNT}/q`;

/** Operation and input, and the permissions that it needs: action and resource. */
const CASES: [string, object, [string, string][]][] = [
  ['SendMessage', { QueueUrl, MessageBody: 'x' }, [['sqs:SendMessage', QUEUE_ARN]]],
  ['SendMessageBatch', { QueueUrl, Entries: [] }, [['sqs:SendMessage', QUEUE_ARN]]],
  ['DeleteMessageBatch', { QueueUrl, Entries: [] }, [['sqs:DeleteMessage', QUEUE_ARN]]],
  [
    'ChangeMessageVisibilityBatch',
    { QueueUrl, Entries: [] },
    [['sqs:ChangeMessageVisibility', QUEUE_ARN]],
  ],
  ['GetQueueUrl', { QueueName: 'q' }, [['sqs:GetQueueUrl', QUEUE_ARN]]],
  ['CreateQueue', { QueueName: 'q' }, [['sqs:CreateQueue', QUEUE_ARN]]],
  ['ListQueues', {}, [['sqs:ListQueues', '*']]],
  [
    'StartMessageMoveTask',
    { SourceArn: DEAD_ARN, DestinationArn: QUEUE_ARN },
    [
      ['sqs:StartMessageMoveTask', DEAD_ARN],
      ['sqs:ReceiveMessage', DEAD_ARN],
      ['sqs:DeleteMessage', DEAD_ARN],
      ['sqs:SendMessage', QUEUE_ARN],
    ],
  ],
  ['ListMessageMoveTasks', { SourceArn: DEAD_ARN }, [['sqs:ListMessageMoveTasks', DEAD_ARN]]],
];

async function startService() {
  const platform = await createTestPlatform();
  const asked: Access[] = [];
  const setUp = createCaller(platform, [sqs]);
  await setUp('sqs', 'CreateQueue', { QueueName: 'dead' });
  await setUp('sqs', 'CreateQueue', { QueueName: 'q', Attributes: { Policy: POLICY } });
  /** Records what is asked for and allows it; refuses it when `reason` is given. */
  const call = async (operation: string, input: object, account: string, reason?: string) => {
    asked.length = 0;
    const caller = createCaller(platform, [sqs], async (access) => {
      asked.push(access);
      return reason === undefined ? { allowed: true } : { allowed: false, reason };
    });
    const outcome = caller('sqs', operation, input, { caller: rootCaller(account) });
    return outcome.then(
      () => undefined,
      (error: unknown) => error,
    );
  };
  return { asked, call, [Symbol.asyncDispose]: () => platform.close() };
}

it('each operation needs the permission of its name on its queue', async () => {
  await using service = await startService();
  for (const [operation, input, expected] of CASES) {
    await service.call(operation, input, ACCOUNT);
    assert.deepEqual(
      service.asked.map(({ action, resource }) => [action, resource]),
      expected,
      operation,
    );
  }
});

it('the queue’s policy speaks for messages, to other accounts too, but not for the queue itself', async () => {
  await using service = await startService();
  await service.call('SendMessage', { QueueUrl, MessageBody: 'x' }, OTHER_ACCOUNT);
  assert.equal(service.asked[0]?.resourceAccount, ACCOUNT);
  assert.equal(service.asked[0]?.resourcePolicy, POLICY);
  await service.call('ListQueueTags', { QueueUrl }, OTHER_ACCOUNT);
  assert.equal(service.asked[0]?.resourceAccount, ACCOUNT);
  assert.equal(service.asked[0]?.resourcePolicy, undefined);
  await service.call('ListQueueTags', { QueueUrl }, ACCOUNT);
  assert.equal(service.asked[0]?.resourcePolicy, POLICY);
});

it('a refusal says who may not do what, and nothing happens', async () => {
  await using service = await startService();
  const input = { QueueUrl, MessageBody: 'x' };
  const refused = await service.call('SendMessage', input, OTHER_ACCOUNT, 'because of the weather');
  assert.ok(refused instanceof Error);
  assert.deepEqual(
    { ...refused },
    { ...refused, name: 'AwsError', code: 'AccessDeniedException', status: 403 },
  );
  assert.equal(
    refused.message,
    `User: arn:aws:iam::${OTHER_ACCOUNT}:root is not authorized to perform: sqs:sendmessage on resource: ${QUEUE_ARN} because of the weather`,
  );
  await service.call('DeleteQueue', { QueueUrl }, ACCOUNT, 'no');
  assert.equal(await service.call('GetQueueUrl', { QueueName: 'q' }, ACCOUNT), undefined);
});
