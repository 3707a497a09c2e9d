import { hash } from 'node:crypto';
import type { NotificationConfiguration } from '../aws/models/s3.ts';
import {
  type CompiledRules,
  compileRules,
  expandRules,
  type NotificationRule,
} from '../events/notification/index.ts';
import { createBoundedCache } from '../lib/bounded-cache.ts';

/**
 * A bucket's notification configuration as it is stored: JSON that begins with a digest of the
 * rest, so that the few characters in front tell whether a configuration has been compiled before.
 * Every write to a bucket asks, and comparing whole texts would cost more than matching them.
 */
export function storeNotification(configuration: NotificationConfiguration): string {
  const digest = hash('sha256', JSON.stringify(configuration)).slice(0, DIGEST_LENGTH);
  return JSON.stringify({ digest, configuration });
}

/**
 * What deliveries to EventBridge name as their rule, since EventBridge is on or off and has no
 * configuration id.
 */
export const EVENT_BRIDGE_RULE = 'EventBridgeConfiguration';

/** What identifies the configuration in the journal. */
export const digestOf = (text: string): string => text.slice(DIGEST_START, DIGEST_END);

export const notificationOf = (text: string): NotificationConfiguration =>
  JSON.parse(text).configuration;

/** The configuration, ready to be asked on every change. */
export interface BucketRules extends CompiledRules {
  readonly rules: readonly NotificationRule[];
  /** Whether every change also goes to the account's default bus. */
  readonly eventBridge: boolean;
}

/** Configurations that are kept compiled, over all buckets. */
const COMPILED_MAX = 2048;
const DIGEST_LENGTH = 32;
const DIGEST_START = '{"digest":"'.length;
const DIGEST_END = DIGEST_START + DIGEST_LENGTH;

const compiled = createBoundedCache<BucketRules>(COMPILED_MAX);

export function rulesOf(text: string): BucketRules {
  const digest = digestOf(text);
  const known = compiled.get(digest);
  if (known) return known;
  const configuration = notificationOf(text);
  const rules = expandRules(configuration);
  const eventBridge = configuration.EventBridgeConfiguration !== undefined;
  const made = { ...compileRules(rules), rules, eventBridge };
  compiled.set(digest, made);
  return made;
}
