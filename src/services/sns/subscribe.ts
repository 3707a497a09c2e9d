import type { SubscribeInput, SubscribeResponse } from '../../aws/models/sns.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  countSubscriptions,
  findSubscription,
  insertSubscription,
  type SubscriptionRow,
} from '../../storage/tables/subscriptions.ts';
import type { TopicRow } from '../../storage/tables/topics.ts';
import { callerArn } from '../caller.ts';
import type { Context } from '../context.ts';
import { askForConfirmation } from './confirmation.ts';
import { checkEndpoint, needsConfirmation } from './endpoints.ts';
import { ATTRIBUTE_FAULT, errors, invalidParameter } from './errors.ts';
import { checkFilterPolicyLimit } from './filter-policy-limit.ts';
import { requireTopic } from './require-topic.ts';
import { attributesOf, changeSubscriptionAttributes } from './subscription-attributes.ts';
import { sweep } from './sweep.ts';
import type { Attributes } from './topic-attributes.ts';

/**
 * Deviation from AWS, which allows 12,500,000 for a standard topic: a publish here owes all its
 * deliveries in one transaction.
 */
const SUBSCRIPTIONS_MAX = { standard: 10_000, fifo: 100 } as const;

/** What Subscribe answers instead of an ARN as long as the endpoint has not confirmed. */
const PENDING = 'pending confirmation';

/**
 * Subscribes an endpoint to a topic, or answers the subscription that it has already, unless
 * attributes are asked for that it does not have. Queues of the caller and functions are subscribed
 * at once; others are asked first, and asked again when subscribed again.
 * https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export async function subscribe(
  input: SubscribeInput,
  context: Context,
): Promise<SubscribeResponse> {
  return context.storage.transaction(async (tx) => {
    const topic = await requireTopic(tx, context, input.TopicArn);
    const wanted = newSubscription(topic, input, context);
    await sweep(tx, context);
    const existing = await findSubscription(tx, wanted);
    if (existing) checkSame(existing, input.Attributes ?? {});
    const subscription = existing ?? (await insert(tx, topic, wanted));
    if (subscription.state === 'confirmed') return { SubscriptionArn: subscription.arn };
    await askForConfirmation(tx, context, topic, subscription, 'SubscriptionConfirmation');
    return { SubscriptionArn: input.ReturnSubscriptionArn ? subscription.arn : PENDING };
  });
}

function newSubscription(
  topic: TopicRow,
  { Protocol, Endpoint = '', Attributes = {} }: SubscribeInput,
  { ids, clock, account, caller, region }: Context,
): SubscriptionRow {
  const protocol = checkEndpoint(topic, Protocol, Endpoint);
  const pending = needsConfirmation(protocol, Endpoint, account);
  const subscriber = {
    topic_arn: topic.arn,
    protocol,
    endpoint: Endpoint,
    attributes: '{}',
    filter_policy: null,
  };
  return {
    ...subscriber,
    ...changeSubscriptionAttributes(subscriber, Attributes, ATTRIBUTE_FAULT.create),
    arn: `${topic.arn}:${ids.uuid()}`,
    topic_id: topic.id,
    account,
    region,
    principal: callerArn(caller),
    state: pending ? 'pending' : 'confirmed',
    authenticated: pending ? 0 : 1,
    authenticate_on_unsubscribe: 0,
    token: null,
    expires_at: null,
    created_at: clock.now(),
    throttled_until: 0,
  };
}

async function insert(
  tx: Transaction,
  topic: TopicRow,
  subscription: SubscriptionRow,
): Promise<SubscriptionRow> {
  const { confirmed, pending } = await countSubscriptions(tx, topic.id);
  if (confirmed + pending >= SUBSCRIPTIONS_MAX[topic.fifo === 1 ? 'fifo' : 'standard'])
    throw errors.SubscriptionLimitExceededException('Subscription limit exceeded');
  if (subscription.filter_policy !== null) await checkFilterPolicyLimit(tx, subscription);
  await insertSubscription(tx, subscription);
  return subscription;
}

const DEFAULTS = { RawMessageDelivery: 'false', FilterPolicyScope: 'MessageAttributes' };

/** The same attributes, or some of them, or none. */
function checkSame(existing: SubscriptionRow, wanted: Attributes): void {
  const changed = changeSubscriptionAttributes(existing, wanted, ATTRIBUTE_FAULT.create);
  const before: Attributes = { ...DEFAULTS, ...attributesOf(existing) };
  const after: Attributes = { ...DEFAULTS, ...attributesOf(changed) };
  for (const name of Object.keys(wanted))
    if (before[name] !== after[name])
      throw invalidParameter(
        'Attributes Reason: Subscription already exists with different attributes',
      );
}
