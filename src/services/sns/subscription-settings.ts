import {
  compileFilterPolicy,
  type FilterPolicy,
  type FilterPolicyScope,
} from '../../events/filter-policy/index.ts';
import { createBoundedCache } from '../../lib/bounded-cache.ts';
import type { SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import { ATTRIBUTE_FAULT } from './errors.ts';

/** What a subscription does, as its attributes say. */
export interface SubscriptionSettings {
  readonly raw: boolean;
  readonly filterScope: FilterPolicyScope;
  /** JSON text. */
  readonly deliveryPolicy: string | undefined;
  readonly deadLetterArn: string | undefined;
}

export function subscriptionSettings(
  subscription: Pick<SubscriptionRow, 'attributes'>,
): SubscriptionSettings {
  const attributes: Readonly<Record<string, string>> = JSON.parse(subscription.attributes);
  const { RedrivePolicy } = attributes;
  return {
    raw: attributes.RawMessageDelivery === 'true',
    filterScope:
      attributes.FilterPolicyScope === 'MessageBody' ? 'MessageBody' : 'MessageAttributes',
    deliveryPolicy: attributes.DeliveryPolicy,
    deadLetterArn:
      RedrivePolicy === undefined ? undefined : JSON.parse(RedrivePolicy).deadLetterTargetArn,
  };
}

/** Filter policies kept compiled: those of the subscriptions that messages are published to. */
const FILTERS_MAX = 2048;
const filters = createBoundedCache<FilterPolicy>(FILTERS_MAX);

/** The filter policy of a subscription; `undefined` when it takes every message. */
export function subscriptionFilter(
  subscription: Pick<SubscriptionRow, 'attributes' | 'filter_policy'>,
): FilterPolicy | undefined {
  const { filter_policy: text } = subscription;
  if (text === null) return undefined;
  const { filterScope } = subscriptionSettings(subscription);
  const key = `${filterScope} ${text}`;
  const known = filters.get(key);
  if (known) return known;
  const filter = compileFilterPolicy(text, filterScope, ATTRIBUTE_FAULT.set);
  if (filter) filters.set(key, filter);
  return filter;
}
