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
    await rateOf(PUTS / 10, CONCURRENCY, (index) => engine.put('bench', `warm-${index}`));
    const puts = await rateOf(PUTS, CONCURRENCY, (index) =>
      engine.put('bench', scatteredKey(index)),
    );
    await rateOf(BATCHES / 10, CONCURRENCY, () => passBatch(engine, QueueUrl));
    const messages =
      BATCH * (await rateOf(BATCHES, CONCURRENCY, () => passBatch(engine, QueueUrl)));
    report(`the engine alone, ${CONCURRENCY} at a time, account ${ACCOUNT} in ${REGION}`, [
      `objects of 1 KiB put                     ${Math.round(puts)}/s`,
      `messages sent, received and deleted      ${Math.round(messages)}/s`,
      `messages / objects                       ${(messages / puts).toFixed(1)}`,
    ]);
  } finally {
    await engine.close();
  }
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
