import { senderOf } from '../../services/s3/check-destinations.ts';
import { renderRecord } from '../../services/s3/raise-event.ts';
import { sendToQueue } from '../../services/send-to-queue.ts';
import { type Destination, noBurial, settleWith } from '../destination.ts';
import { nextHop } from '../next-hop.ts';

/**
 * A change of an object to a queue, where it was not put there within the change itself. The queue is part of this server: a
 * refusal is final, as it is within the change.
 */
export const s3Queue: Destination = {
  kind: 's3-queue',
  concurrency: 8,
  deliver: settleWith(async (tx, job, platform) => {
    const { event, delivery } = job;
    const bucket = event.source.slice(event.source.lastIndexOf(':') + 1);
    const sender = senderOf({ name: bucket, account: event.account });
    const sent = await sendToQueue(tx, platform, sender, delivery.lane, {
      body: renderRecord(event, delivery.rule),
      senderId: event.account,
      traceHeader: nextHop(job).trace,
    });
    return sent.kind === 'delivered'
      ? { kind: 'delivered', note: `message ${sent.messageId}` }
      : sent;
  }),
  retryAt: async (_tx, _job, _failure, { clock }) => clock.now() + RETRY_MS,
  bury: noBurial,
};

/** Only a failing database, or a fault of the test kit, makes a queue of this server worth another try. */
const RETRY_MS = 1000;
