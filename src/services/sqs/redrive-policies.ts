import { parseArn } from '../../aws/arn.ts';
import type { AwsError } from '../../aws/error.ts';
import type { Reader } from '../../storage/storage.ts';
import { getQueue, type QueueRow } from '../../storage/tables/queues.ts';
import { invalidValue } from './errors.ts';

/** Attribute RedrivePolicy: after how many receives a message goes where. */
export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

const MAX_RECEIVE_COUNT = { min: 1, max: 1000 };
const SOURCE_QUEUES_MAX = 10;
const PERMISSIONS = ['allowAll', 'denyAll', 'byQueue'];

/** Checks the text and answers it in its usual form, the count a number. Throws InvalidParameterValue. */
export function parseRedrivePolicy(text: string): string {
  const refuse = (reason: string) => invalidValue('RedrivePolicy', text, reason);
  const { deadLetterTargetArn, maxReceiveCount, ...others } = parseMap(text, refuse);
  if (typeof deadLetterTargetArn !== 'string')
    throw refuse('Redrive policy does not contain mandatory attribute: deadLetterTargetArn.');
  if (maxReceiveCount === undefined)
    throw refuse('Redrive policy does not contain mandatory attribute: maxReceiveCount.');
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw refuse(
      `Only following attributes are supported: [deadLetterTargetArn, maxReceiveCount].`,
    );
  const count = Number(maxReceiveCount);
  if (!Number.isInteger(count) || count < MAX_RECEIVE_COUNT.min || count > MAX_RECEIVE_COUNT.max)
    throw refuse(
      `Invalid value for maxReceiveCount: ${maxReceiveCount}, valid values are from ${MAX_RECEIVE_COUNT.min} to ${MAX_RECEIVE_COUNT.max} both inclusive.`,
    );
  if (parseArn(deadLetterTargetArn)?.service !== 'sqs')
    throw refuse('Invalid value for deadLetterTargetArn.');
  const policy: RedrivePolicy = { deadLetterTargetArn, maxReceiveCount: count };
  return JSON.stringify(policy);
}

/** Which queues may name this one as their dead-letter queue. Throws InvalidParameterValue. */
export function parseRedriveAllowPolicy(text: string): string {
  const refuse = (reason: string) => invalidValue('RedriveAllowPolicy', text, reason);
  const policy = parseMap(text, refuse);
  const { redrivePermission, sourceQueueArns } = policy;
  if (typeof redrivePermission !== 'string' || !PERMISSIONS.includes(redrivePermission))
    throw refuse(`Amazon SQS can't create the redrive allow policy. Invalid redrivePermission.`);
  if (redrivePermission !== 'byQueue' && sourceQueueArns !== undefined)
    throw refuse('sourceQueueArns is only allowed with redrivePermission byQueue.');
  if (redrivePermission === 'byQueue') {
    const isList =
      Array.isArray(sourceQueueArns) &&
      sourceQueueArns.length >= 1 &&
      sourceQueueArns.length <= SOURCE_QUEUES_MAX &&
      sourceQueueArns.every((arn) => typeof arn === 'string' && parseArn(arn)?.service === 'sqs');
    if (!isList) throw refuse(`sourceQueueArns must list 1 to ${SOURCE_QUEUES_MAX} queues.`);
  }
  return JSON.stringify(policy);
}

/** Checks the dead-letter queue that a policy names: that it exists, is of the same kind, and lets this queue use it. */
export async function checkDeadLetterQueue(
  reader: Reader,
  queue: Pick<QueueRow, 'arn' | 'account' | 'region' | 'fifo'>,
  text: string,
): Promise<void> {
  const refuse = (reason: string) => invalidValue('RedrivePolicy', text, reason);
  const { deadLetterTargetArn }: RedrivePolicy = JSON.parse(text);
  const target = await getQueue(reader, deadLetterTargetArn);
  if (!target) throw refuse('Dead letter target does not exist.');
  if (target.account !== queue.account || target.region !== queue.region)
    throw refuse('Dead letter target must be in the same account and region as the source.');
  if (target.fifo !== queue.fifo)
    throw refuse('Dead-letter queue must be same type of queue as the source.');
  if (!allowsRedriveFrom(target, queue.arn))
    throw refuse('Dead letter target does not allow this queue by its redrive allow policy.');
}

function allowsRedriveFrom(target: QueueRow, sourceArn: string): boolean {
  const { RedriveAllowPolicy } = JSON.parse(target.attributes) as Record<string, string>;
  if (RedriveAllowPolicy === undefined) return true;
  const { redrivePermission, sourceQueueArns } = JSON.parse(RedriveAllowPolicy);
  if (redrivePermission === 'byQueue') return sourceQueueArns.includes(sourceArn);
  return redrivePermission === 'allowAll';
}

function parseMap(text: string, refuse: (reason: string) => AwsError): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('Redrive policy is not a valid JSON map.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('Redrive policy is not a valid JSON map.');
  return value as Record<string, unknown>;
}
