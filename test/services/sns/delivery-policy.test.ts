import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  AWS_ENDPOINT_RETRIES,
  type BackoffFunction,
  DEFAULT_DELIVERY_POLICY,
  MAIL_RETRIES,
  type RetryPolicy,
  retryDelayMs,
  totalDelaySeconds,
} from '../../../src/services/sns/delivery-policy.ts';
import { ATTRIBUTE_FAULT } from '../../../src/services/sns/errors.ts';
import {
  effectiveDeliveryPolicy,
  normalSubscriptionPolicy,
  normalTopicPolicy,
} from '../../../src/services/sns/read-delivery-policy.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

const delays = (policy: RetryPolicy, upTo: number) =>
  Array.from({ length: upTo }, (_, i) => retryDelayMs(policy, i + 1)).map((ms) =>
    ms === undefined ? undefined : Math.round(ms / 1000),
  );

describe('retry policies', () => {
  it('are what AWS documents for its own endpoints', () => {
    assert.deepEqual(delays(AWS_ENDPOINT_RETRIES, 5), [0, 0, 0, 1, 1]);
    assert.equal(retryDelayMs(AWS_ENDPOINT_RETRIES, 15), 20_000);
    assert.equal(retryDelayMs(AWS_ENDPOINT_RETRIES, 100_015), 20_000);
    assert.equal(retryDelayMs(AWS_ENDPOINT_RETRIES, 100_016), undefined);
    const days = totalDelaySeconds(AWS_ENDPOINT_RETRIES) / DAY;
    assert.ok(days > 23 && days < 24, `${days} days`);
  });

  it('are what AWS documents for mail', () => {
    assert.deepEqual(delays(MAIL_RETRIES, 2), [10, 10]);
    assert.equal(retryDelayMs(MAIL_RETRIES, 50), 600_000);
    assert.equal(retryDelayMs(MAIL_RETRIES, 51), undefined);
    const hours = totalDelaySeconds(MAIL_RETRIES) / HOUR;
    assert.ok(hours > 6 && hours < 7.5, `${hours} hours`);
  });

  it('retry three times in twenty seconds each by default', () => {
    const { healthyRetryPolicy } = DEFAULT_DELIVERY_POLICY;
    assert.deepEqual(delays(healthyRetryPolicy, 4), [20, 20, 20, undefined]);
  });

  const backoffs: [BackoffFunction, number[]][] = [
    ['linear', [20, 35, 50, 65, 80]],
    ['arithmetic', [10, 20, 35, 55, 80]],
    ['geometric', [9, 15, 26, 46, 80]],
    ['exponential', [7, 12, 22, 41, 80]],
  ];
  for (const [backoffFunction, expected] of backoffs)
    it(`back off from 5 to 80 seconds by the ${backoffFunction} function`, () => {
      const policy: RetryPolicy = {
        minDelayTarget: 5,
        maxDelayTarget: 80,
        numRetries: 5,
        numNoDelayRetries: 0,
        numMinDelayRetries: 0,
        numMaxDelayRetries: 0,
        backoffFunction,
      };
      assert.deepEqual(delays(policy, 5), expected);
    });

  it('go through their phases with delays that never shrink, and end', () => {
    const policies = fc
      .record({
        minDelayTarget: fc.integer({ min: 1, max: 60 }),
        spread: fc.integer({ min: 0, max: 600 }),
        backoff: fc.integer({ min: 0, max: 20 }),
        numNoDelayRetries: fc.integer({ min: 0, max: 5 }),
        numMinDelayRetries: fc.integer({ min: 0, max: 5 }),
        numMaxDelayRetries: fc.integer({ min: 0, max: 5 }),
        backoffFunction: fc.constantFrom<BackoffFunction>(
          'linear',
          'arithmetic',
          'geometric',
          'exponential',
        ),
      })
      .map(({ spread, backoff, ...policy }) => ({
        ...policy,
        maxDelayTarget: policy.minDelayTarget + spread,
        numRetries:
          backoff +
          policy.numNoDelayRetries +
          policy.numMinDelayRetries +
          policy.numMaxDelayRetries,
      }));
    fc.assert(
      fc.property(policies, (policy) => {
        const all = Array.from({ length: policy.numRetries }, (_, i) =>
          retryDelayMs(policy, i + 1),
        );
        let before = 0;
        all.forEach((ms, i) => {
          assert.ok(ms !== undefined && ms >= before, `retry ${i + 1}: ${all}`);
          if (i < policy.numNoDelayRetries) assert.equal(ms, 0);
          else assert.ok(ms >= policy.minDelayTarget * 1000 && ms <= policy.maxDelayTarget * 1000);
          before = ms;
        });
        assert.equal(retryDelayMs(policy, policy.numRetries + 1), undefined);
      }),
    );
  });
});

describe('delivery policies', () => {
  const REFUSED: [policy: object | string, reason: string][] = [
    ['[]', 'the policy must be an object'],
    [{ healthyRetryPolicy: 3 }, 'healthyRetryPolicy must be an object'],
    [{ healthyRetryPolicy: { retries: 3 } }, 'unexpected member healthyRetryPolicy.retries'],
    [
      { healthyRetryPolicy: { numRetries: 101 } },
      'healthyRetryPolicy.numRetries must be a whole number from 0 to 100',
    ],
    [
      { healthyRetryPolicy: { numRetries: '3' } },
      'healthyRetryPolicy.numRetries must be a whole number from 0 to 100',
    ],
    [
      { healthyRetryPolicy: { minDelayTarget: 0 } },
      'healthyRetryPolicy.minDelayTarget must be a whole number from 1 to 3600',
    ],
    [
      { healthyRetryPolicy: { minDelayTarget: 21 } },
      'healthyRetryPolicy.minDelayTarget must be less than or equal to maxDelayTarget',
    ],
    [
      { healthyRetryPolicy: { numRetries: 2, numNoDelayRetries: 3 } },
      'healthyRetryPolicy.numRetries must be at least the sum of its phases',
    ],
    [
      { healthyRetryPolicy: { maxDelayTarget: 3600, numRetries: 3 } },
      'healthyRetryPolicy: the total delay must not be more than 3600 seconds',
    ],
    [
      { healthyRetryPolicy: { backoffFunction: 'cubic' } },
      'healthyRetryPolicy.backoffFunction must be one of arithmetic, exponential, geometric, linear',
    ],
    [
      { throttlePolicy: { maxReceivesPerSecond: 0 } },
      'throttlePolicy.maxReceivesPerSecond must be a whole number from 1 to 9007199254740991',
    ],
    [
      { requestPolicy: { headerContentType: 'a\r\nb: c' } },
      'requestPolicy.headerContentType is not a content type',
    ],
    [{ sicklyRetryPolicy: {} }, 'sicklyRetryPolicy is not supported'],
    [{ guaranteed: true }, 'guaranteed is not supported'],
  ];
  for (const [policy, reason] of REFUSED) {
    const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
    it(`refuse ${text}`, () => {
      assert.throws(() => normalSubscriptionPolicy(text, ATTRIBUTE_FAULT.set), {
        code: 'InvalidParameterException',
        message: `Invalid parameter: DeliveryPolicy: ${reason}`,
      });
    });
  }

  it('take back what SNS shows as effective', () => {
    const shown =
      '{"healthyRetryPolicy":null,"sicklyRetryPolicy":null,"throttlePolicy":null,"requestPolicy":null,"guaranteed":false}';
    assert.equal(normalSubscriptionPolicy(shown, ATTRIBUTE_FAULT.set), shown);
    assert.deepEqual(effectiveDeliveryPolicy(undefined, shown), DEFAULT_DELIVERY_POLICY);
  });

  const topic = (http: object) => JSON.stringify({ http });
  const throttle = (maxReceivesPerSecond: number) => ({ maxReceivesPerSecond });

  it('of a subscription go before those of the topic', () => {
    const ofTopic = topic({ defaultThrottlePolicy: throttle(1) });
    const ofSubscription = JSON.stringify({ throttlePolicy: throttle(2) });
    normalTopicPolicy(ofTopic, ATTRIBUTE_FAULT.set);
    const effective = (a?: string, b?: string) => effectiveDeliveryPolicy(a, b).throttlePolicy;
    assert.deepEqual(effective(), null);
    assert.deepEqual(effective(ofTopic), throttle(1));
    assert.deepEqual(effective(ofTopic, '{}'), throttle(1));
    assert.deepEqual(effective(ofTopic, ofSubscription), throttle(2));
  });

  it('of a subscription count for nothing where the topic says so', () => {
    const ofTopic = topic({
      defaultThrottlePolicy: throttle(1),
      disableSubscriptionOverrides: true,
    });
    const ofSubscription = JSON.stringify({ throttlePolicy: throttle(2) });
    assert.deepEqual(effectiveDeliveryPolicy(ofTopic, ofSubscription).throttlePolicy, throttle(1));
  });
});
