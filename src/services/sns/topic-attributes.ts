import type { TopicRow } from '../../storage/tables/topics.ts';
import { ATTRIBUTE_FAULT, type AttributeFault, errors } from './errors.ts';
import { normalTopicPolicy } from './read-delivery-policy.ts';
import { checkPolicy } from './topic-policy.ts';

/**
 * The attributes of topics that can be set: their names, and which values are taken. All values are
 * strings.
 * https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html
 *
 * Deviation from AWS: `KmsMasterKeyId` is kept and shown, but what encrypts messages at rest is the
 * disk they are on.
 * Deviation from AWS: logging of the delivery status (`...FeedbackRoleArn`) and archiving
 * (`ArchivePolicy`) are refused; every delivery is recorded anyway. Rates of logging are taken:
 * without a role they say nothing, and there are clients that set them for every topic.
 */
export type Attributes = Readonly<Record<string, string>>;

/** Answers the value as it is kept; `undefined` when it is not taken, or throws where AWS says more. */
type Check = (value: string, prefix: AttributeFault) => string | undefined;

const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value) ? value : undefined;

const upTo =
  (length: number): Check =>
  (value) =>
    value.length <= length ? value : undefined;

const DISPLAY_NAME_LENGTH_MAX = 100;
const KEY_ID_LENGTH_MAX = 2048;

const CHECKS: Readonly<Record<string, Check>> = {
  DeliveryPolicy: (value, prefix) => (value === '' ? value : normalTopicPolicy(value, prefix)),
  DisplayName: upTo(DISPLAY_NAME_LENGTH_MAX),
  KmsMasterKeyId: upTo(KEY_ID_LENGTH_MAX),
  Policy: (value, prefix) => {
    checkPolicy(value, prefix);
    return value;
  },
  SignatureVersion: oneOf('1', '2'),
  TracingConfig: oneOf('PassThrough', 'Active'),
};

const FIFO_CHECKS: Readonly<Record<string, Check>> = {
  ContentBasedDeduplication: oneOf('true', 'false'),
  FifoThroughputScope: oneOf('Topic', 'MessageGroup'),
};

const FEEDBACK_SOURCES = ['Application', 'Firehose', 'HTTP', 'Lambda', 'SQS'];
const FEEDBACK_ROLES = FEEDBACK_SOURCES.flatMap((source) => [
  `${source}SuccessFeedbackRoleArn`,
  `${source}FailureFeedbackRoleArn`,
]);
const FEEDBACK_RATES = FEEDBACK_SOURCES.map((source) => `${source}SuccessFeedbackSampleRate`);
const PERCENTAGE = /^(?:100|[1-9]?\d)$/;

const FEEDBACK_CHECKS: Readonly<Record<string, Check>> = {
  ...checksOf(FEEDBACK_ROLES, oneOf('')),
  ...checksOf(FEEDBACK_RATES, (value) => (PERCENTAGE.test(value) ? value : undefined)),
};

function checksOf(names: readonly string[], check: Check): Readonly<Record<string, Check>> {
  return Object.fromEntries(names.map((name) => [name, check]));
}

const FIFO_DEFAULTS = { FifoTopic: 'true', ContentBasedDeduplication: 'false' } as const;

const STANDARD_TOPIC_CHECKS = { ...CHECKS, ...FEEDBACK_CHECKS };
const FIFO_TOPIC_CHECKS = { ...STANDARD_TOPIC_CHECKS, ...FIFO_CHECKS };

/** Those that the empty text removes. */
const REMOVABLE = new Set(['DeliveryPolicy', 'KmsMasterKeyId', ...FEEDBACK_ROLES]);

/**
 * `current` with `changes` made to it; every value is checked. Throws InvalidParameter, in the
 * words of the operation that `prefix` stands for.
 */
export function changeTopicAttributes(
  current: Attributes,
  changes: Attributes,
  fifo: boolean,
  prefix: AttributeFault,
): Attributes {
  const checks: Readonly<Record<string, Check>> = fifo ? FIFO_TOPIC_CHECKS : STANDARD_TOPIC_CHECKS;
  const changed: Record<string, string> = { ...current };
  for (const [name, value] of Object.entries(changes)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) throw unknownAttribute(name, prefix);
    const kept = check(value, prefix);
    if (kept === undefined) throw errors.InvalidParameterException(`${prefix}${name}`);
    if (kept === '' && REMOVABLE.has(name)) delete changed[name];
    else changed[name] = kept;
  }
  return changed;
}

function unknownAttribute(name: string, prefix: AttributeFault) {
  return errors.InvalidParameterException(
    prefix === ATTRIBUTE_FAULT.set
      ? `${prefix}AttributeName`
      : `${prefix}Unknown attribute ${name}`,
  );
}

/** What a topic has set, `Policy` included. */
export const attributesOf = (topic: Pick<TopicRow, 'attributes' | 'policy'>): Attributes => ({
  ...JSON.parse(topic.attributes),
  Policy: topic.policy,
});

/** The same with the values that AWS shows for what was never set. */
export const effectiveAttributes = (
  topic: Pick<TopicRow, 'attributes' | 'policy' | 'fifo'>,
): Attributes => ({
  DisplayName: '',
  ...(topic.fifo === 1 && FIFO_DEFAULTS),
  ...attributesOf(topic),
});

/** How the attributes are spread over the columns of a topic. */
export function attributeColumns({
  Policy = '',
  ...attributes
}: Attributes): Pick<TopicRow, 'attributes' | 'policy'> {
  return { attributes: JSON.stringify(attributes), policy: Policy };
}

/** What a topic does, as its attributes say. */
export interface TopicSettings {
  readonly signatureVersion: '1' | '2';
  /** Messages that come without a trace are given one. */
  readonly traced: boolean;
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: 'Topic' | 'MessageGroup';
  readonly deliveryPolicy: string | undefined;
}

export function topicSettings(topic: Pick<TopicRow, 'attributes'>): TopicSettings {
  const attributes: Attributes = JSON.parse(topic.attributes);
  return {
    signatureVersion: attributes.SignatureVersion === '2' ? '2' : '1',
    traced: attributes.TracingConfig === 'Active',
    contentBasedDeduplication: attributes.ContentBasedDeduplication === 'true',
    deduplicationScope:
      attributes.FifoThroughputScope === 'MessageGroup' ? 'MessageGroup' : 'Topic',
    deliveryPolicy: attributes.DeliveryPolicy,
  };
}
