import { parseArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { getQueue, type QueueRow, queueSettings } from '../../storage/tables/queues.ts';
import type { Context, Platform } from '../context.ts';
import { serviceRoleMay } from '../service-role.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { invalidParameter } from './errors.ts';
import { type FoundVersion, findVersion } from './find-version.ts';
import type { FunctionReference } from './function-name.ts';

/**
 * What the execution role must be allowed to do with a queue:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions
 */
export const QUEUE_ACTIONS = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'] as const;

/** Why the role may not read the queue: the action that it lacks; `undefined` when it may. */
export async function missingQueueAction(
  platform: Pick<Platform, 'storage' | 'clock' | 'settings'>,
  { owner, revision }: Pick<FoundVersion, 'owner' | 'revision'>,
  queue: QueueRow,
): Promise<string | undefined> {
  const user = {
    service: 'lambda.amazonaws.com',
    roleArn: readConfiguration(revision).Role,
    account: owner.account,
    sourceArn: owner.arn,
  };
  for (const action of QUEUE_ACTIONS) {
    const verdict = await serviceRoleMay(platform, user, {
      action: `sqs:${action}`,
      resource: queue.arn,
      resourceAccount: queue.account,
      resourcePolicy: queue.policy,
      region: queue.region,
    });
    if (!verdict.allowed) return action;
  }
  return undefined;
}

/** Throws InvalidParameterValueException when the function could not be fed from the source. */
export async function checkMapping(
  context: Context,
  reference: FunctionReference,
  eventSourceArn: string,
): Promise<void> {
  const source = parseArn(eventSourceArn);
  if (source?.service !== 'sqs') throw invalidParameter('Unrecognized event source.');
  const { found, queue } = await context.storage.read((reader) =>
    findBoth(reader, reference, eventSourceArn),
  );
  const missing = await missingQueueAction(context, found, queue);
  if (missing !== undefined)
    throw invalidParameter(
      `The provided execution role does not have permissions to call ${missing} on SQS`,
    );
  checkVisibility(queue, readConfiguration(found.revision));
}

async function findBoth(reader: Reader, reference: FunctionReference, queueArn: string) {
  const found = await findVersion(reader, reference);
  if (!found) throw invalidParameter('Function does not exist');
  const queue = await getQueue(reader, queueArn);
  if (!queue || queue.region !== reference.region)
    throw invalidParameter(
      'Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.',
    );
  return { found, queue };
}

/** A message must not come back while the function is still at it. */
function checkVisibility(queue: QueueRow, { Timeout }: Configuration): void {
  const visibilitySeconds = queueSettings(queue).visibilityTimeoutMs / 1000;
  if (visibilitySeconds < Timeout)
    throw invalidParameter(
      `Queue visibility timeout: ${visibilitySeconds} seconds is less than Function timeout: ${Timeout} seconds`,
    );
}
