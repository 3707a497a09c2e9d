import type { NotificationConfiguration } from '../../aws/models/s3.ts';
import {
  type CompiledRules,
  compileRules,
  expandRules,
  type NotificationRule,
} from '../../events/notification/index.ts';
import { createBoundedCache } from '../../lib/bounded-cache.ts';

/** A bucket's stored notification configuration, ready to be asked on every change. */
export interface BucketRules extends CompiledRules {
  readonly rules: readonly NotificationRule[];
  /** Whether every change also goes to the account's default bus. */
  readonly eventBridge: boolean;
}

/** Configurations that are kept compiled, over all buckets. */
const COMPILED_MAX = 2048;

const compiled = createBoundedCache<BucketRules>(COMPILED_MAX);

/** Remembered by text, so that a change of the configuration needs to tell nobody. */
export function notificationRules(text: string): BucketRules {
  const known = compiled.get(text);
  if (known) return known;
  const configuration: NotificationConfiguration = JSON.parse(text);
  const rules = expandRules(configuration);
  const eventBridge = configuration.EventBridgeConfiguration !== undefined;
  const made = { ...compileRules(rules), rules, eventBridge };
  compiled.set(text, made);
  return made;
}
