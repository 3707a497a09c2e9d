import type { RetryPolicy } from '../../../aws/models/eventbridge.ts';
import { backoffMs } from '../../../lib/backoff.ts';
import type { Platform } from '../../../services/context.ts';
import {
  EVENT_AGE_SECONDS,
  RETRY_ATTEMPTS_MAX,
} from '../../../services/eventbridge/check-target.ts';
import type { Job } from '../../destination.ts';

/** Which limit of the retry policy was reached, as EXHAUSTED_RETRY_CONDITION of a dead letter names it. */
export type Exhausted = 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';

/** 185 tries take most of a day. */
const BACKOFF = { firstMs: 1000, factor: 2, maxMs: 10 * 60 * 1000 };

/**
 * When to try again after this try, in milliseconds, or the limit that forbids it. A target without a policy of its own has
 * the largest limits: 185 retries, 24 hours. The age of an event counts from when it was put on the bus.
 */
export function nextTry(
  policy: RetryPolicy | undefined,
  { event, attempt }: Pick<Job, 'event' | 'attempt'>,
  { clock, ids }: Pick<Platform, 'clock' | 'ids'>,
): number | Exhausted {
  if (attempt > (policy?.MaximumRetryAttempts ?? RETRY_ATTEMPTS_MAX)) return 'MaximumRetryAttempts';
  const ageSeconds = policy?.MaximumEventAgeInSeconds ?? EVENT_AGE_SECONDS.max;
  const at = clock.now() + backoffMs(BACKOFF, attempt, ids.random());
  return at > event.at + ageSeconds * 1000 ? 'MaximumEventAgeInSeconds' : at;
}
