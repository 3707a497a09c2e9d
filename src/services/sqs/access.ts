import { parseArn, queueArn } from '../../aws/arn.ts';
import { getQueue } from '../../storage/tables/queues.ts';
import type { Context } from '../context.ts';
import type { Access } from '../define-service.ts';
import { arnOfQueueUrl } from './queue-url.ts';
import { parseTaskHandle } from './task-handle.ts';

/** Any input of SQS: what of it names a queue. */
export interface QueueInput {
  readonly QueueUrl?: string;
  readonly QueueName?: string;
  readonly QueueOwnerAWSAccountId?: string;
  readonly SourceArn?: string;
  readonly DestinationArn?: string;
  readonly TaskHandle?: string;
}

/** Operations that only the queue's own account can call, whatever the queue's policy says. */
const OWNER_OPERATIONS = new Set([
  'AddPermission',
  'CancelMessageMoveTask',
  'CreateQueue',
  'DeleteQueue',
  'ListMessageMoveTasks',
  'ListQueueTags',
  'ListQueues',
  'RemovePermission',
  'SetQueueAttributes',
  'StartMessageMoveTask',
  'TagQueue',
  'UntagQueue',
]);

/**
 * Which permissions a call needs: that of its own name on its queue (batches that of the single action), and to move messages the
 * permission to receive, delete and send them.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
 */
export async function access(
  operation: string,
  input: QueueInput,
  context: Context,
): Promise<readonly Access[]> {
  const action = operation.replace(/Batch$/, '');
  if (operation === 'ListQueues')
    return [{ action: `sqs:${action}`, resource: '*', resourceAccount: context.account }];
  const arn = queueArnOf(input, context);
  const own = await accessTo(arn, action, input, context);
  if (operation !== 'StartMessageMoveTask') return [own];
  const receive = await accessTo(arn, 'ReceiveMessage', input, context);
  const remove = await accessTo(arn, 'DeleteMessage', input, context);
  if (input.DestinationArn === undefined) return [own, receive, remove];
  return [
    own,
    receive,
    remove,
    await accessTo(input.DestinationArn, 'SendMessage', input, context),
  ];
}

function queueArnOf(input: QueueInput, context: Context): string {
  if (input.QueueUrl !== undefined) return arnOfQueueUrl(context, input.QueueUrl);
  if (input.SourceArn !== undefined) return input.SourceArn;
  if (input.TaskHandle !== undefined) return parseTaskHandle(input.TaskHandle).sourceArn;
  const account = input.QueueOwnerAWSAccountId ?? context.account;
  return queueArn(context.region, account, input.QueueName ?? '');
}

async function accessTo(
  arn: string,
  action: string,
  { QueueUrl }: QueueInput,
  { storage, account }: Context,
): Promise<Access> {
  const queue = await storage.read((reader) => getQueue(reader, arn));
  const resourceAccount = queue?.account ?? parseArn(arn)?.account ?? account;
  const ownerOnly = OWNER_OPERATIONS.has(action) && resourceAccount !== account;
  return {
    action: `sqs:${action}`,
    resource: arn,
    resourceAccount,
    resourcePolicy: ownerOnly ? undefined : (queue?.policy ?? undefined),
    shownAs: QueueUrl,
  };
}
