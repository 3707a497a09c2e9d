import type { Sent } from '../services/send-to-queue.ts';

/** What is recorded of a message on its way into a dead-letter queue, and may be lost there. */
export const deadLetterNote = (queueArn: string, sent: Sent): string =>
  sent.kind === 'rejected'
    ? `it is lost, because the dead-letter queue ${queueArn} does not take it: ${sent.reason}`
    : `it is in the dead-letter queue ${queueArn}`;
