import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';

const RETRY_MS = 1_000;

/**
 * The URL of a queue; waits for a server that is not there yet, and for the queue to be created.
 * Rejects when aborted.
 */
export async function queueUrlOf(
  sqs: SQSClient,
  name: string,
  signal: AbortSignal,
): Promise<string> {
  for (;;) {
    try {
      const command = new GetQueueUrlCommand({ QueueName: name });
      const { QueueUrl } = await sqs.send(command, { abortSignal: signal });
      return QueueUrl as string;
    } catch (error) {
      signal.throwIfAborted();
      console.error(`no queue ${name} yet: ${error}`);
      await sleep(RETRY_MS, undefined, { signal });
    }
  }
}
