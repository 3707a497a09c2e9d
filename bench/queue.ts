import {
  ACCOUNT,
  type InProcessEngine,
  REGION,
  rateOf,
  scatteredKey,
  startInProcess,
} from './in-process-engine.ts';
import { report } from './report.ts';

const PUTS = 30_000;
const BATCHES = 6000;
const BATCH = 10;
const CONCURRENCY = 64;
const BODY = 'x'.repeat(512);

interface Queue {
  readonly QueueUrl: string;
}

/**
 * The engine without HTTP: objects put, beside messages that are sent, received and deleted ten at a time.
 */
export async function benchQueue(): Promise<void> {
  const engine = await startInProcess();
  try {
    await engine.call('s3', 'CreateBucket', { Bucket: 'bench' });
    const { QueueUrl } = await engine.call<Queue>('sqs', 'CreateQueue', { QueueName: 'bench' });
    await createNotifiedBucket(engine, 'notified');
    const put = async (bucket: string) => {
      await rateOf(PUTS / 10, CONCURRENCY, (index) => engine.put(bucket, `warm-${index}`));
      return rateOf(PUTS, CONCURRENCY, (index) => engine.put(bucket, scatteredKey(index)));
    };
    const puts = await put('bench');
    const notified = await put('notified');
    await rateOf(BATCHES / 10, CONCURRENCY, () => passBatch(engine, QueueUrl));
    const messages =
      BATCH * (await rateOf(BATCHES, CONCURRENCY, () => passBatch(engine, QueueUrl)));
    report(`the engine alone, ${CONCURRENCY} at a time, account ${ACCOUNT} in ${REGION}`, [
      `objects of 1 KiB put                     ${Math.round(puts)}/s`,
      `the same, with a message to a queue      ${Math.round(notified)}/s`,
      `messages sent, received and deleted      ${Math.round(messages)}/s`,
      `messages / objects                       ${(messages / puts).toFixed(1)}`,
      `messages / objects with a message        ${(messages / notified).toFixed(1)}`,
    ]);
  } finally {
    await engine.close();
  }
}

async function createNotifiedBucket(engine: InProcessEngine, Bucket: string): Promise<void> {
  const QueueArn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${Bucket}`;
  const Statement = {
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: QueueArn,
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await engine.call('sqs', 'CreateQueue', { QueueName: Bucket, Attributes: { Policy } });
  await engine.call('s3', 'CreateBucket', { Bucket });
  await engine.call('s3', 'PutBucketNotificationConfiguration', {
    Bucket,
    NotificationConfiguration: {
      QueueConfigurations: [{ QueueArn, Events: ['s3:ObjectCreated:*'] }],
    },
  });
}

/** Sends ten messages, receives ten and deletes those; whose they are does not matter. */
async function passBatch(engine: InProcessEngine, QueueUrl: string): Promise<void> {
  const sent = Array.from({ length: BATCH }, (_, i) => ({ Id: String(i), MessageBody: BODY }));
  await engine.call('sqs', 'SendMessageBatch', { QueueUrl, Entries: sent });
  const { Messages = [] } = await engine.call<{ Messages?: { ReceiptHandle: string }[] }>(
    'sqs',
    'ReceiveMessage',
    { QueueUrl, MaxNumberOfMessages: BATCH },
  );
  if (Messages.length === 0) return;
  const Entries = Messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }));
  await engine.call('sqs', 'DeleteMessageBatch', { QueueUrl, Entries });
}
