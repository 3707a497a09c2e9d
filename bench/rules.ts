import {
  ACCOUNT,
  type InProcessEngine,
  REGION,
  rateOf,
  scatteredKey,
  startInProcess,
} from './in-process-engine.ts';
import { median, report } from './report.ts';

const BUCKETS = 100;
const RULES_PER_BUCKET = 10;
const PUTS = 10_000;
const ROUNDS = 5;
const CONCURRENCY = 64;
const QUEUE_ARN = `arn:aws:sqs:${REGION}:${ACCOUNT}:bench`;

/** Whether a PUT becomes slower with the number of notification rules: one in each of a hundred buckets, beside ten in each. */
export async function benchRules(): Promise<void> {
  const engine = await startInProcess();
  try {
    const policy = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: QUEUE_ARN,
      },
    };
    const Attributes = { Policy: JSON.stringify(policy) };
    await engine.call('sqs', 'CreateQueue', { QueueName: 'bench', Attributes });
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      await createBucket(engine, `single-${bucket}`, 1);
      await createBucket(engine, `many-${bucket}`, RULES_PER_BUCKET);
    }

    // Both go to a hundred buckets, with keys in no order; they only differ in how many rules there are to match.
    const single = (index: number) =>
      engine.put(`single-${index % BUCKETS}`, `rule-0/${scatteredKey(index)}`);
    const many = (index: number) => {
      const rule = Math.floor(index / BUCKETS) % RULES_PER_BUCKET;
      return engine.put(`many-${index % BUCKETS}`, `rule-${rule}/${scatteredKey(index)}`);
    };
    const ones: number[] = [];
    const thousands: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const first = round * PUTS;
      const one = await rateOf(PUTS, CONCURRENCY, (index) => single(first + index));
      const thousand = await rateOf(PUTS, CONCURRENCY, (index) => many(first + index));
      // The first round warms up.
      if (round > 0) {
        ones.push(one);
        thousands.push(thousand);
      }
    }
    const [one, thousand] = [median(ones), median(thousands)];
    report(`PUTs that match a rule, the engine alone, ${CONCURRENCY} at a time`, [
      `${BUCKETS} rules over ${BUCKETS} buckets       ${Math.round(one)}/s`,
      `${BUCKETS * RULES_PER_BUCKET} rules over ${BUCKETS} buckets      ${Math.round(thousand)}/s`,
      `ratio                           ${(thousand / one).toFixed(2)}`,
    ]);
  } finally {
    await engine.close();
  }
}

async function createBucket(engine: InProcessEngine, Bucket: string, rules: number): Promise<void> {
  await engine.call('s3', 'CreateBucket', { Bucket });
  const QueueConfigurations = Array.from({ length: rules }, (_, rule) => ({
    QueueArn: QUEUE_ARN,
    Events: ['s3:ObjectCreated:*'],
    Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: `rule-${rule}/` }] } },
  }));
  await engine.call('s3', 'PutBucketNotificationConfiguration', {
    Bucket,
    SkipDestinationValidation: true,
    NotificationConfiguration: { QueueConfigurations },
  });
}
