/**
 * Delivery policies: when a failed delivery is tried again, in four phases after one another:
 * retries without delay, retries after `minDelayTarget`, a backoff from there to `maxDelayTarget`,
 * retries after `maxDelayTarget`.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
 *
 * Deviation from AWS: there is no jitter. Lanes keep an endpoint that recovers from being overrun
 * already.
 */
export interface RetryPolicy {
  /** Seconds. */
  readonly minDelayTarget: number;
  /** Seconds. */
  readonly maxDelayTarget: number;
  /** All phases together. */
  readonly numRetries: number;
  readonly numMaxDelayRetries: number;
  readonly numNoDelayRetries: number;
  readonly numMinDelayRetries: number;
  readonly backoffFunction: BackoffFunction;
}

export type BackoffFunction = 'arithmetic' | 'exponential' | 'geometric' | 'linear';

/** How an HTTP endpoint is delivered to. The names are those of a subscription's policy. */
export interface DeliveryPolicy {
  readonly healthyRetryPolicy: RetryPolicy;
  readonly throttlePolicy: { readonly maxReceivesPerSecond: number } | null;
  readonly requestPolicy: { readonly headerContentType: string };
}

export const DEFAULT_DELIVERY_POLICY: DeliveryPolicy = {
  healthyRetryPolicy: {
    minDelayTarget: 20,
    maxDelayTarget: 20,
    numRetries: 3,
    numMaxDelayRetries: 0,
    numNoDelayRetries: 0,
    numMinDelayRetries: 0,
    backoffFunction: 'linear',
  },
  throttlePolicy: null,
  requestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
};

/** SQS and Lambda: 100,015 retries in 23 days. */
export const AWS_ENDPOINT_RETRIES: RetryPolicy = {
  minDelayTarget: 1,
  maxDelayTarget: 20,
  numRetries: 100_015,
  numMaxDelayRetries: 100_000,
  numNoDelayRetries: 3,
  numMinDelayRetries: 2,
  backoffFunction: 'exponential',
};

/** Mail: 50 retries in 6 hours. */
export const MAIL_RETRIES: RetryPolicy = {
  minDelayTarget: 10,
  maxDelayTarget: 600,
  numRetries: 50,
  numMaxDelayRetries: 38,
  numNoDelayRetries: 0,
  numMinDelayRetries: 2,
  backoffFunction: 'exponential',
};

/** The wait before the n-th retry, in milliseconds; `undefined` when there is none. */
export function retryDelayMs(policy: RetryPolicy, retry: number): number | undefined {
  const { minDelayTarget: min, maxDelayTarget: max, numRetries } = policy;
  if (retry > numRetries) return undefined;
  const backoffs = backoffRetries(policy);
  const inBackoff = retry - policy.numNoDelayRetries - policy.numMinDelayRetries;
  if (retry <= policy.numNoDelayRetries) return 0;
  if (inBackoff <= 0) return min * 1000;
  if (inBackoff > backoffs) return max * 1000;
  const rise = BACKOFF[policy.backoffFunction](inBackoff, backoffs, max / min);
  return Math.round((min + (max - min) * rise) * 1000);
}

export const backoffRetries = (policy: RetryPolicy): number =>
  policy.numRetries -
  policy.numNoDelayRetries -
  policy.numMinDelayRetries -
  policy.numMaxDelayRetries;

/**
 * How far the delay has come from the least (0) to the greatest (1) at retry `i` of `n`. AWS
 * publishes only the shape of these curves: linear is the steepest at first, exponential at last.
 */
const BACKOFF: Readonly<
  Record<BackoffFunction, (i: number, n: number, maxToMin: number) => number>
> = {
  linear: (i, n) => i / n,
  arithmetic: (i, n) => (i * (i + 1)) / (n * (n + 1)),
  geometric: (i, n, maxToMin) => (maxToMin === 1 ? 1 : (maxToMin ** (i / n) - 1) / (maxToMin - 1)),
  exponential: (i, n) => (2 ** i - 1) / (2 ** n - 1),
};

/** Seconds that all retries of a policy take. */
export function totalDelaySeconds(policy: RetryPolicy): number {
  let ms = 0;
  for (let retry = 1; retry <= policy.numRetries; retry++) ms += retryDelayMs(policy, retry) ?? 0;
  return ms / 1000;
}
