import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** The longest that SQS waits for a message before it answers that there is none. */
const WAIT_SECONDS = 20;
const BATCH_MAX = 10;
const RETRY_MS_MIN = 200;
const RETRY_MS_MAX = 5_000;

export interface Poll {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  /**
   * Messages that are handled at once; no more are received, so that other workers get the rest.
   */
  readonly inFlightMax: number;
  readonly signal: AbortSignal;
  /** Never rejects: what to do about a failure is the handler's business. */
  handle(message: Message): Promise<void>;
}

/** Receives messages until the signal is aborted, and resolves when those in hand are handled. */
export async function pollQueue({ sqs, queueUrl, inFlightMax, signal, handle }: Poll) {
  const inFlight = new Set<Promise<void>>();
  let retryMs = RETRY_MS_MIN;
  while (!signal.aborted) {
    if (inFlight.size >= inFlightMax) await Promise.race(inFlight);
    const receive = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      WaitTimeSeconds: WAIT_SECONDS,
      MaxNumberOfMessages: Math.min(BATCH_MAX, inFlightMax - inFlight.size),
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    });
    try {
      const { Messages = [] } = await sqs.send(receive, { abortSignal: signal });
      for (const message of Messages) {
        const work: Promise<void> = handle(message).finally(() => inFlight.delete(work));
        inFlight.add(work);
      }
      retryMs = RETRY_MS_MIN;
    } catch (error) {
      if (signal.aborted) break;
      console.error(`cannot receive, trying again in ${retryMs} ms: ${error}`);
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
      retryMs = Math.min(RETRY_MS_MAX, retryMs * 2);
    }
  }
  await Promise.all(inFlight);
}
