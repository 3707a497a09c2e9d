import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';
import { QUEUE_ATTRIBUTE_DEFAULTS, type QueueRow } from '../../storage/tables/queues.ts';
import { errors } from './errors.ts';
import { parseQueuePolicy } from './queue-policy.ts';
import { parseRedriveAllowPolicy, parseRedrivePolicy } from './redrive-policies.ts';

/**
 * The attributes of queues: their names, which values are taken, and what they are when never set. All values are strings.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 *
 * Deviation from AWS: the attributes of server-side encryption are kept and shown, but what encrypts the messages at rest
 * is the disk they are on.
 */
export type QueueAttributes = Readonly<Record<string, string>>;

type Check = (value: string) => boolean;

const wholeNumber =
  (min: number, max: number): Check =>
  (value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value);

/** Attributes that take a simple value; the empty text is refused. */
const SIMPLE_ATTRIBUTES: Readonly<Record<string, Check>> = {
  DelaySeconds: wholeNumber(0, 900),
  MaximumMessageSize: wholeNumber(1024, 1_048_576),
  MessageRetentionPeriod: wholeNumber(60, 1_209_600),
  ReceiveMessageWaitTimeSeconds: wholeNumber(0, 20),
  VisibilityTimeout: wholeNumber(0, 43_200),
  KmsDataKeyReusePeriodSeconds: wholeNumber(60, 86_400),
  SqsManagedSseEnabled: oneOf('true', 'false'),
  FifoQueue: oneOf('true', 'false'),
  ContentBasedDeduplication: oneOf('true', 'false'),
  DeduplicationScope: oneOf('queue', 'messageGroup'),
  FifoThroughputLimit: oneOf('perQueue', 'perMessageGroupId'),
};

/** Attributes that the empty text removes. */
const REMOVABLE_ATTRIBUTES: Readonly<Record<string, (value: string) => string>> = {
  Policy: checkPolicy,
  RedrivePolicy: parseRedrivePolicy,
  RedriveAllowPolicy: parseRedriveAllowPolicy,
  KmsMasterKeyId: (value) => value,
};

/** What only the queue itself says. */
const READ_ONLY_ATTRIBUTES = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
  'CreatedTimestamp',
  'LastModifiedTimestamp',
  'QueueArn',
] as const;

const FIFO_DEFAULTS = {
  ContentBasedDeduplication: 'false',
  DeduplicationScope: 'queue',
  FifoThroughputLimit: 'perQueue',
} as const;

const KNOWN_NAMES = new Set<string>([
  'All',
  ...Object.keys(SIMPLE_ATTRIBUTES),
  ...Object.keys(REMOVABLE_ATTRIBUTES),
  ...READ_ONLY_ATTRIBUTES,
]);

/** Throws InvalidAttributeName for names that no queue has. */
export function checkAttributeNames(names: readonly string[]): void {
  for (const name of names) if (!KNOWN_NAMES.has(name)) throw unknownAttribute(name);
}

/** What a queue has set, `Policy` and `FifoQueue` included. */
export function attributesOf(queue: QueueRow): QueueAttributes {
  return {
    ...JSON.parse(queue.attributes),
    ...(queue.fifo === 1 && { FifoQueue: 'true' }),
    ...(queue.policy !== null && { Policy: queue.policy }),
  };
}

/** The same with the values that AWS shows for what was never set. */
export function effectiveAttributes(attributes: QueueAttributes): QueueAttributes {
  return {
    ...QUEUE_ATTRIBUTE_DEFAULTS,
    SqsManagedSseEnabled: 'true',
    ...(attributes.FifoQueue === 'true' && FIFO_DEFAULTS),
    ...(attributes.KmsMasterKeyId !== undefined && { KmsDataKeyReusePeriodSeconds: '300' }),
    ...attributes,
  };
}

/**
 * `current` with `changes` made to it. Every value is checked and brought into its usual form.
 * Throws InvalidAttributeName, InvalidAttributeValue or InvalidParameterValue.
 */
export function changeAttributes(
  current: QueueAttributes,
  changes: QueueAttributes,
): QueueAttributes {
  const changed: Record<string, string> = { ...current };
  for (const [name, value] of Object.entries(changes)) {
    const normalized = normalizeValue(name, value);
    if (normalized === undefined) delete changed[name];
    else changed[name] = normalized;
  }
  checkEncryption(changes, changed);
  checkFifo(changes, changed);
  return changed;
}

/** `undefined` when the value removes the attribute. */
export function normalizeValue(name: string, value: string): string | undefined {
  const simple = Object.hasOwn(SIMPLE_ATTRIBUTES, name) ? SIMPLE_ATTRIBUTES[name] : undefined;
  if (simple) {
    if (!simple(value)) throw invalidAttribute(name);
    return name in QUEUE_ATTRIBUTE_DEFAULTS ? String(Number(value)) : value;
  }
  const parse = Object.hasOwn(REMOVABLE_ATTRIBUTES, name) ? REMOVABLE_ATTRIBUTES[name] : undefined;
  if (!parse) throw unknownAttribute(name);
  return value === '' ? undefined : parse(value);
}

function checkEncryption(changes: QueueAttributes, changed: Record<string, string>): void {
  const key = changes.KmsMasterKeyId;
  if (key && changes.SqsManagedSseEnabled === 'true')
    throw errors.InvalidAttributeName(
      'You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.',
    );
  if (key) changed.SqsManagedSseEnabled = 'false';
  else if (changes.SqsManagedSseEnabled === 'true') delete changed.KmsMasterKeyId;
}

function checkFifo(changes: QueueAttributes, changed: QueueAttributes): void {
  if (changed.FifoQueue !== 'true') {
    for (const name of ['FifoQueue', 'ContentBasedDeduplication'])
      if (changes[name] !== undefined) throw unknownAttribute(name);
    for (const name of ['DeduplicationScope', 'FifoThroughputLimit'])
      if (changes[name] !== undefined)
        throw errors.InvalidAttributeName(
          `You can specify the ${name} only when FifoQueue is set to true.`,
        );
    return;
  }
  const { FifoThroughputLimit, DeduplicationScope } = changed;
  if (FifoThroughputLimit === 'perMessageGroupId' && DeduplicationScope !== 'messageGroup')
    throw errors.InvalidAttributeValue(
      'The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup.',
    );
}

function checkPolicy(value: string): string {
  try {
    parseQueuePolicy(value);
    return value;
  } catch (cause) {
    if (!(cause instanceof PolicySyntaxError)) throw cause;
    throw errors.InvalidAttributeValue('Invalid value for the parameter Policy.', { cause });
  }
}

export const unknownAttribute = (name: string) =>
  errors.InvalidAttributeName(`Unknown Attribute ${name}.`);

const invalidAttribute = (name: string) =>
  errors.InvalidAttributeValue(`Invalid value for the parameter ${name}.`);
