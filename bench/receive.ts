import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { percentile, report } from './report.ts';
import { startSpillway } from './servers.ts';
import { clientOptions, createNotifiedBucket } from './set-up.ts';

const PUTS = 300;
const WAIT_SECONDS = 20;

/**
 * How long after a PUT was answered its message is there, for a consumer that waits for it (long polling) and for one that asks then. One
 * at a time, with the official clients.
 */
export async function benchReceive(): Promise<void> {
  const server = await startSpillway();
  const s3 = new S3Client({ ...clientOptions(server.port), forcePathStyle: true });
  const sqs = new SQSClient(clientOptions(server.port));
  try {
    const QueueUrl = await createNotifiedBucket(server.port, 'bench');
    const receive = async (WaitTimeSeconds: number) => {
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds }));
      const at = performance.now();
      const [message] = Messages ?? [];
      if (!message) throw new Error('the message is not there');
      const { ReceiptHandle } = message;
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      return at;
    };
    const put = async (index: number) => {
      const Key = `uploads/${index}.jpg`;
      await s3.send(new PutObjectCommand({ Bucket: 'bench', Key, Body: 'x' }));
      return performance.now();
    };
    await receive(0); // the test event of the configuration
    const waited: number[] = [];
    const asked: number[] = [];
    for (let index = 0; index < PUTS; index++) {
      const receiving = receive(WAIT_SECONDS);
      // Until the consumer waits; it takes far less.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const answeredAt = await put(index);
      waited.push(Math.max(0, (await receiving) - answeredAt));
      const secondAt = await put(PUTS + index);
      asked.push((await receive(0)) - secondAt);
    }
    const line = (name: string, values: readonly number[]) =>
      `${name.padEnd(44)}p50 ${percentile(values, 0.5).toFixed(2)} ms   p99 ${percentile(values, 0.99).toFixed(2)} ms`;
    report('from the answer of a PUT to its message', [
      line('a consumer that waits has it after', waited),
      line('a consumer that asks then has it after', asked),
    ]);
  } finally {
    s3.destroy();
    sqs.destroy();
    await server.stop();
  }
}
