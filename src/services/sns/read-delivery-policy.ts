import { parseAttribute } from './attribute-json.ts';
import {
  backoffRetries,
  DEFAULT_DELIVERY_POLICY,
  type DeliveryPolicy,
  type RetryPolicy,
  totalDelaySeconds,
} from './delivery-policy.ts';
import { type AttributeFault, errors } from './errors.ts';

/** What an attribute `DeliveryPolicy` says; what it leaves out is the default, or the topic's. */
interface GivenPolicy {
  readonly healthyRetryPolicy?: RetryPolicy | undefined;
  readonly throttlePolicy?: DeliveryPolicy['throttlePolicy'] | undefined;
  readonly requestPolicy?: DeliveryPolicy['requestPolicy'] | undefined;
  readonly disableSubscriptionOverrides?: boolean | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const SECONDS_MAX = 3600;
const RETRIES_MAX = 100;
const BACKOFF_FUNCTIONS: readonly unknown[] = ['arithmetic', 'exponential', 'geometric', 'linear'];
const CONTENT_TYPE = /^[\w.+-]{1,64}\/[\w.+-]{1,64}(?:; ?charset=[\w-]{1,32})?$/i;

/**
 * The attribute of a topic, `{"http":{"defaultHealthyRetryPolicy":...}}`, as SNS keeps and shows
 * it: without what is null, and with a member that is always there. Throws InvalidParameter.
 */
export function normalTopicPolicy(text: string, prefix: AttributeFault): string {
  const json = parseAttribute('DeliveryPolicy', text, prefix);
  const { disableSubscriptionOverrides = false } = readAttribute(prefix, () =>
    readTopicPolicy(json),
  );
  const { http } = json as { readonly http?: Json };
  return JSON.stringify({
    http: {
      defaultHealthyRetryPolicy: givenRetries(http?.defaultHealthyRetryPolicy) ?? undefined,
      disableSubscriptionOverrides,
      defaultThrottlePolicy: http?.defaultThrottlePolicy ?? undefined,
      defaultRequestPolicy: http?.defaultRequestPolicy ?? undefined,
    },
  });
}

/**
 * The attribute of a subscription, `{"healthyRetryPolicy":...}`, as SNS keeps and shows it: with
 * all members, those that were not given as null. Throws InvalidParameter.
 */
export function normalSubscriptionPolicy(text: string, prefix: AttributeFault): string {
  const json = parseAttribute('DeliveryPolicy', text, prefix);
  readAttribute(prefix, () => readSubscriptionPolicy(json));
  const { healthyRetryPolicy, throttlePolicy = null, requestPolicy = null } = json as Json;
  return JSON.stringify({
    healthyRetryPolicy: givenRetries(healthyRetryPolicy),
    sicklyRetryPolicy: null,
    throttlePolicy,
    requestPolicy,
    guaranteed: false,
  });
}

/** What was given of a retry policy, in the order of SNS. */
function givenRetries(given: unknown): Json | null {
  if (given === undefined || given === null) return null;
  const policy = given as Json;
  const names = Object.keys(DEFAULT_DELIVERY_POLICY.healthyRetryPolicy);
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(policy, name)).map((name) => [name, policy[name]]),
  );
}

/**
 * How a subscription is delivered to, from the attributes of its topic and its own, both checked
 * before.
 */
export function effectiveDeliveryPolicy(
  topicText: string | undefined,
  subscriptionText: string | undefined,
): DeliveryPolicy {
  const topic = topicText === undefined ? {} : readTopicPolicy(JSON.parse(topicText));
  const overridden = subscriptionText !== undefined && !topic.disableSubscriptionOverrides;
  const own = overridden ? readSubscriptionPolicy(JSON.parse(subscriptionText)) : {};
  const { healthyRetryPolicy, throttlePolicy, requestPolicy } = DEFAULT_DELIVERY_POLICY;
  return {
    healthyRetryPolicy: own.healthyRetryPolicy ?? topic.healthyRetryPolicy ?? healthyRetryPolicy,
    throttlePolicy: own.throttlePolicy ?? topic.throttlePolicy ?? throttlePolicy,
    requestPolicy: own.requestPolicy ?? topic.requestPolicy ?? requestPolicy,
  };
}

/** Attribute EffectiveDeliveryPolicy of a topic. */
export function topicEffectivePolicy(topicText: string | undefined): string {
  const { healthyRetryPolicy, throttlePolicy, requestPolicy } = effectiveDeliveryPolicy(
    topicText,
    undefined,
  );
  const given = topicText === undefined ? {} : readTopicPolicy(JSON.parse(topicText));
  return JSON.stringify({
    http: {
      defaultHealthyRetryPolicy: healthyRetryPolicy,
      disableSubscriptionOverrides: given.disableSubscriptionOverrides ?? false,
      defaultThrottlePolicy: throttlePolicy ?? undefined,
      defaultRequestPolicy: requestPolicy,
    },
  });
}

/** Attribute EffectiveDeliveryPolicy of a subscription. */
export function subscriptionEffectivePolicy(policy: DeliveryPolicy): string {
  const { healthyRetryPolicy, throttlePolicy, requestPolicy } = policy;
  return JSON.stringify({
    healthyRetryPolicy,
    sicklyRetryPolicy: null,
    throttlePolicy,
    requestPolicy,
    guaranteed: false,
  });
}

function readTopicPolicy(json: unknown): GivenPolicy {
  const { http } = members('', json, ['http']);
  const policy = members('http', http ?? {}, [
    'defaultHealthyRetryPolicy',
    'defaultSicklyRetryPolicy',
    'defaultThrottlePolicy',
    'defaultRequestPolicy',
    'disableSubscriptionOverrides',
  ]);
  const { disableSubscriptionOverrides } = policy;
  if (
    disableSubscriptionOverrides !== undefined &&
    typeof disableSubscriptionOverrides !== 'boolean'
  )
    throw new PolicyFault('http.disableSubscriptionOverrides must be a boolean');
  refuseUnlessEmpty('http.defaultSicklyRetryPolicy', policy.defaultSicklyRetryPolicy);
  return {
    healthyRetryPolicy: readRetries(
      'http.defaultHealthyRetryPolicy',
      policy.defaultHealthyRetryPolicy,
    ),
    throttlePolicy: readThrottle('http.defaultThrottlePolicy', policy.defaultThrottlePolicy),
    requestPolicy: readRequest('http.defaultRequestPolicy', policy.defaultRequestPolicy),
    disableSubscriptionOverrides,
  };
}

function readSubscriptionPolicy(json: unknown): GivenPolicy {
  const policy = members('', json, [
    'healthyRetryPolicy',
    'sicklyRetryPolicy',
    'throttlePolicy',
    'requestPolicy',
    'guaranteed',
  ]);
  refuseUnlessEmpty('sicklyRetryPolicy', policy.sicklyRetryPolicy);
  refuseUnlessEmpty('guaranteed', policy.guaranteed);
  return {
    healthyRetryPolicy: readRetries('healthyRetryPolicy', policy.healthyRetryPolicy),
    throttlePolicy: readThrottle('throttlePolicy', policy.throttlePolicy),
    requestPolicy: readRequest('requestPolicy', policy.requestPolicy),
  };
}

function readRetries(path: string, value: unknown): RetryPolicy | undefined {
  if (value === undefined || value === null) return undefined;
  const { healthyRetryPolicy } = DEFAULT_DELIVERY_POLICY;
  const given = members(path, value, Object.keys(healthyRetryPolicy));
  const policy = { ...healthyRetryPolicy, ...given } as RetryPolicy;
  for (const [name, min, max] of [
    ['minDelayTarget', 1, SECONDS_MAX],
    ['maxDelayTarget', 1, SECONDS_MAX],
    ['numRetries', 0, RETRIES_MAX],
    ['numNoDelayRetries', 0, RETRIES_MAX],
    ['numMinDelayRetries', 0, RETRIES_MAX],
    ['numMaxDelayRetries', 0, RETRIES_MAX],
  ] as const)
    checkInteger(`${path}.${name}`, policy[name], min, max);
  if (!BACKOFF_FUNCTIONS.includes(policy.backoffFunction))
    throw new PolicyFault(`${path}.backoffFunction must be one of ${BACKOFF_FUNCTIONS.join(', ')}`);
  if (policy.minDelayTarget > policy.maxDelayTarget)
    throw new PolicyFault(`${path}.minDelayTarget must be less than or equal to maxDelayTarget`);
  if (backoffRetries(policy) < 0)
    throw new PolicyFault(`${path}.numRetries must be at least the sum of its phases`);
  if (totalDelaySeconds(policy) > SECONDS_MAX)
    throw new PolicyFault(`${path}: the total delay must not be more than ${SECONDS_MAX} seconds`);
  return policy;
}

function readThrottle(path: string, value: unknown): GivenPolicy['throttlePolicy'] {
  if (value === undefined || value === null) return undefined;
  const { maxReceivesPerSecond } = members(path, value, ['maxReceivesPerSecond']);
  if (maxReceivesPerSecond === undefined || maxReceivesPerSecond === null) return undefined;
  checkInteger(`${path}.maxReceivesPerSecond`, maxReceivesPerSecond, 1, Number.MAX_SAFE_INTEGER);
  return { maxReceivesPerSecond: Number(maxReceivesPerSecond) };
}

function readRequest(path: string, value: unknown): GivenPolicy['requestPolicy'] {
  if (value === undefined || value === null) return undefined;
  const { headerContentType } = members(path, value, ['headerContentType']);
  if (headerContentType === undefined) return undefined;
  if (typeof headerContentType !== 'string' || !CONTENT_TYPE.test(headerContentType))
    throw new PolicyFault(`${path}.headerContentType is not a content type`);
  return { headerContentType };
}

/** What is wrong with a policy, without the words of the operation that was given it. */
class PolicyFault extends Error {}

function readAttribute(prefix: AttributeFault, read: () => GivenPolicy): GivenPolicy {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof PolicyFault)) throw cause;
    throw errors.InvalidParameterException(`${prefix}DeliveryPolicy: ${cause.message}`, { cause });
  }
}

function members(path: string, value: unknown, names: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyFault(`${path || 'the policy'} must be an object`);
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new PolicyFault(`unexpected member ${path === '' ? unknown : `${path}.${unknown}`}`);
  return value as Json;
}

function checkInteger(path: string, value: unknown, min: number, max: number): void {
  if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) return;
  throw new PolicyFault(`${path} must be a whole number from ${min} to ${max}`);
}

/** Members that SNS shows but has given up: only their empty values can be sent back. */
function refuseUnlessEmpty(path: string, value: unknown): void {
  if (value === undefined || value === null || value === false) return;
  throw new PolicyFault(`${path} is not supported`);
}
