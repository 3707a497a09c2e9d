import { S3_PRINCIPAL } from '../../events/s3/index.ts';
import { backoffMs } from '../../lib/backoff.ts';
import { renderRecord } from '../../services/s3/raise-event.ts';
import { sendToTopic } from '../../services/sns/send-to-topic.ts';
import { type Destination, noBurial, settleWith } from '../destination.ts';
import { cutLoop, nextHop } from '../next-hop.ts';

const SUBJECT = 'Amazon S3 Notification';
/** Only a failing database makes it try again; that has no end but its own. */
const BACKOFF = { firstMs: 1000, factor: 2, maxMs: 60_000 };

/**
 * A change of an object, or the test event of a configuration, on its way to a topic: the
 * delivery's lane is the topic's ARN. S3 has no dead-letter queue, so what the topic does not take
 * is only recorded.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
 */
export const s3Topic: Destination = {
  kind: 's3-topic',
  concurrency: 8,
  deliver: settleWith(async (tx, job, platform) => {
    const { event, delivery } = job;
    const sender = {
      service: S3_PRINCIPAL,
      sourceArn: event.source,
      sourceAccount: event.account,
    };
    const publication = {
      message: delivery.payload ?? renderRecord(event, delivery.rule),
      subject: SUBJECT,
    };
    const origin = nextHop(job);
    return cutLoop(job) ?? sendToTopic(tx, platform, sender, delivery.lane, publication, origin);
  }),
  retryAt: async (_tx, { attempt }, _failure, { clock, ids }) =>
    clock.now() + backoffMs(BACKOFF, attempt, ids.random()),
  bury: noBurial,
};
