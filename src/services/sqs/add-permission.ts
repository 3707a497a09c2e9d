import { rootArn } from '../../aws/arn.ts';
import type { AddPermissionRequest } from '../../aws/models/sqs.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Context } from '../context.ts';
import { errors, invalidValue, missingParameter } from './errors.ts';
import { attributesOf } from './queue-attributes.ts';
import { parseQueuePolicy, type QueuePolicy, STATEMENTS_MAX } from './queue-policy.ts';
import { requireQueue } from './queue-url.ts';
import { storeAttributes } from './set-queue-attributes.ts';

/** What an owner can let other accounts do; everything else stays with the owner. */
const GRANTABLE_ACTIONS = new Set([
  '*',
  'ChangeMessageVisibility',
  'DeleteMessage',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ListDeadLetterSourceQueues',
  'PurgeQueue',
  'ReceiveMessage',
  'SendMessage',
]);
const OWNER_ACTIONS = new Set([
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
const ACTIONS_MAX = 7;
const LABEL = /^[A-Za-z0-9_-]{1,80}$/;
const ACCOUNT_ID = /^\d{12}$/;

/**
 * Adds a statement to the queue's policy that lets other accounts do something.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html
 */
export async function addPermission(input: AddPermissionRequest, context: Context): Promise<Unit> {
  checkInput(input);
  return context.storage.transaction(async (tx) => {
    const queue = await requireQueue(tx, context, input.QueueUrl);
    const policy: QueuePolicy =
      queue.policy === null
        ? { Version: '2008-10-17', Id: `${queue.arn}/SQSDefaultPolicy`, Statement: [] }
        : parseQueuePolicy(queue.policy);
    if (policy.Statement.some(({ Sid }) => Sid === input.Label))
      throw invalidValue('Label', input.Label, 'Already exists.');
    const changed = { ...policy, Statement: [...policy.Statement, statementOf(input, queue.arn)] };
    if (changed.Statement.length > STATEMENTS_MAX)
      throw errors.OverLimit(
        `${changed.Statement.length} Statements were found, maximum allowed is ${STATEMENTS_MAX}.`,
      );
    const attributes = { ...attributesOf(queue), Policy: JSON.stringify(changed) };
    await storeAttributes(tx, queue, attributes, context);
    return {};
  });
}

const statementOf = ({ Label, AWSAccountIds, Actions }: AddPermissionRequest, arn: string) => ({
  Sid: Label,
  Effect: 'Allow',
  Principal: { AWS: oneOrMany(AWSAccountIds.map(rootArn)) },
  Action: oneOrMany(Actions.map((action) => `SQS:${action}`)),
  Resource: arn,
});

const oneOrMany = (values: string[]) => (values.length === 1 ? values[0] : values);

function checkInput({ Label, AWSAccountIds, Actions }: AddPermissionRequest): void {
  if (!LABEL.test(Label))
    throw invalidValue(
      'Label',
      Label,
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.',
    );
  if (AWSAccountIds.length === 0) throw invalidValue('PrincipalId', '[]', 'Unable to verify.');
  if (Actions.length === 0) throw missingParameter('Actions');
  if (Actions.length > ACTIONS_MAX)
    throw errors.OverLimit(
      `${Actions.length} Actions were found, maximum allowed is ${ACTIONS_MAX}.`,
    );
  for (const id of AWSAccountIds)
    if (!ACCOUNT_ID.test(id)) throw invalidValue('PrincipalId', id, 'Unable to verify.');
  for (const action of Actions) {
    if (OWNER_ACTIONS.has(action))
      throw invalidValue(
        'ActionName',
        `SQS:${action}`,
        'Only the queue owner is allowed to invoke this action.',
      );
    if (!GRANTABLE_ACTIONS.has(action))
      throw invalidValue(
        'ActionName',
        `SQS:${action}`,
        'Please refer to the appropriate WSDL for a list of valid actions.',
      );
  }
}
