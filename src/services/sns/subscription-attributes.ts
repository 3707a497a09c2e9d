import { parseArn } from '../../aws/arn.ts';
import { compileFilterPolicy } from '../../events/filter-policy/index.ts';
import type { SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import { parseAttribute } from './attribute-json.ts';
import { isFifo } from './endpoints.ts';
import { ATTRIBUTE_FAULT, type AttributeFault, errors } from './errors.ts';
import { normalSubscriptionPolicy } from './read-delivery-policy.ts';
import { subscriptionSettings } from './subscription-settings.ts';
import type { Attributes } from './topic-attributes.ts';

/**
 * The attributes of subscriptions that can be set, and which values are taken. All values are
 * strings; the empty text and `{}` remove a policy.
 * https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html
 *
 * Deviation from AWS: there is no replay (`ReplayPolicy`) and no Firehose (`SubscriptionRoleArn`).
 */
export type Subscriber = Pick<
  SubscriptionRow,
  'topic_arn' | 'protocol' | 'endpoint' | 'attributes' | 'filter_policy'
>;

/** Answers the value as it is kept. Throws InvalidParameter. */
type Check = (value: string, subscriber: Subscriber, prefix: AttributeFault) => string;

const RAW_PROTOCOLS: ReadonlySet<string> = new Set(['sqs', 'http', 'https']);
const POLICIES: ReadonlySet<string> = new Set(['DeliveryPolicy', 'FilterPolicy', 'RedrivePolicy']);
const NO_POLICY = /^\s*(?:\{\s*\})?\s*$/;

const CHECKS: Readonly<Record<string, Check>> = {
  DeliveryPolicy: (value, { protocol }, prefix) => {
    if (protocol !== 'http' && protocol !== 'https')
      throw fault(
        prefix,
        `DeliveryPolicy: Delivery protocol [${protocol}] has no delivery policy.`,
      );
    return normalSubscriptionPolicy(value, prefix);
  },
  // Compiled with its scope when all changes are made.
  FilterPolicy: (value) => value,
  FilterPolicyScope: (value, _, prefix) => {
    if (value !== 'MessageAttributes' && value !== 'MessageBody')
      throw fault(
        prefix,
        `FilterPolicyScope: Invalid value [${value}]. Please use either MessageBody or MessageAttributes`,
      );
    return value;
  },
  RawMessageDelivery: checkRaw,
  RedrivePolicy: checkRedrivePolicy,
};

/** What a subscription has set, `FilterPolicy` included. */
export const attributesOf = (
  subscription: Pick<SubscriptionRow, 'attributes' | 'filter_policy'>,
): Attributes => ({
  ...JSON.parse(subscription.attributes),
  ...(subscription.filter_policy !== null && { FilterPolicy: subscription.filter_policy }),
});

/**
 * The columns of a subscription with `changes` made to its attributes; every value is checked.
 * Throws InvalidParameter, in the words of the operation that `prefix` stands for.
 */
export function changeSubscriptionAttributes(
  subscriber: Subscriber,
  changes: Attributes,
  prefix: AttributeFault,
): Pick<SubscriptionRow, 'attributes' | 'filter_policy'> {
  const changed: Record<string, string> = { ...attributesOf(subscriber) };
  for (const [name, value] of Object.entries(changes)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
    if (!check)
      throw fault(
        prefix,
        prefix === ATTRIBUTE_FAULT.set ? 'AttributeName' : `Unknown attribute ${name}`,
      );
    if (POLICIES.has(name) && NO_POLICY.test(value)) delete changed[name];
    else changed[name] = check(value, subscriber, prefix);
  }
  const { FilterPolicy = null, ...attributes } = changed;
  const columns = { attributes: JSON.stringify(attributes), filter_policy: FilterPolicy };
  if (FilterPolicy !== null)
    compileFilterPolicy(FilterPolicy, subscriptionSettings(columns).filterScope, prefix);
  return columns;
}

/** In any case. */
function checkRaw(value: string, { protocol }: Subscriber, prefix: AttributeFault): string {
  const raw = value.toLowerCase();
  if (raw !== 'true' && raw !== 'false')
    throw fault(prefix, `RawMessageDelivery: Invalid value [${value}]. Must be true or false.`);
  if (raw === 'true' && !RAW_PROTOCOLS.has(protocol))
    throw fault(
      prefix,
      `RawMessageDelivery: Delivery protocol [${protocol}] does not support raw message delivery.`,
    );
  return raw;
}

/** A queue of the topic's account and region, and FIFO where order is to be kept. */
function checkRedrivePolicy(value: string, subscriber: Subscriber, prefix: AttributeFault): string {
  const refuse = (reason: string) => fault(prefix, `RedrivePolicy: ${reason}`);
  const policy = parseAttribute('RedrivePolicy', value, prefix);
  const target = Object(policy).deadLetterTargetArn as unknown;
  const queue = typeof target === 'string' ? parseArn(target) : undefined;
  const topic = parseArn(subscriber.topic_arn);
  if (typeof target !== 'string' || queue?.service !== 'sqs')
    throw refuse('deadLetterTargetArn is an invalid arn');
  if (queue.account !== topic?.account || queue.region !== topic.region)
    throw refuse('deadLetterTargetArn must be a queue of the same account and region');
  if (isFifo(subscriber.endpoint) && !isFifo(target))
    throw refuse('must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.');
  if (!isFifo(subscriber.topic_arn) && isFifo(target))
    throw refuse('must use a standard queue as DLQ for a subscription to a standard topic.');
  return value;
}

const fault = (prefix: AttributeFault, reason: string) =>
  errors.InvalidParameterException(prefix + reason);
