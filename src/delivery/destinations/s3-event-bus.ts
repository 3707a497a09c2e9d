import { backoffMs } from '../../lib/backoff.ts';
import type { Platform } from '../../services/context.ts';
import { DEFAULT_BUS } from '../../services/eventbridge/event-bus.ts';
import { putEvent } from '../../services/eventbridge/put-event.ts';
import { renderEventBridgeEvent } from '../../services/s3/raise-event.ts';
import type { Transaction } from '../../storage/storage.ts';
import { type Destination, type Job, noBurial, type Result, settleWith } from '../destination.ts';
import { cutLoop, nextHop } from '../next-hop.ts';

/**
 * What happens in a bucket with EventBridge switched on goes to the default bus of the bucket's owner and region. No
 * permission is needed.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html
 */
export const s3EventBus: Destination = {
  kind: 's3-event-bus',
  concurrency: 8,
  deliver: settleWith(settle),
  // Only a failure of this very server leads here; what is owed stays owed.
  retryAt: async (_tx, { attempt }, _failure, { clock, ids }) =>
    clock.now() + backoffMs(BACKOFF, attempt, ids.random()),
  bury: noBurial,
};

const BACKOFF = { firstMs: 1000, factor: 2, maxMs: 5 * 60 * 1000 };

/** As events are marked that an archive replays, for rules that want no replays. */
const REPLAYED = { 'replay-name': 'journal' };

async function settle(tx: Transaction, job: Job, platform: Platform): Promise<Result> {
  const loop = cutLoop(job);
  if (loop) return loop;
  const event = renderEventBridgeEvent(job.event, platform.ids.uuid());
  if (!event)
    return { kind: 'delivered', note: `S3 does not send ${job.event.name} to EventBridge` };
  const { considered, matched } = await putEvent(tx, platform, {
    account: job.event.account,
    region: job.event.region,
    bus: DEFAULT_BUS,
    event: JSON.stringify(job.event.origin === 'replay' ? { ...event, ...REPLAYED } : event),
    ...nextHop(job),
  });
  if (considered === 0) return { kind: 'delivered', note: 'the bus has no rules' };
  return { kind: 'delivered', note: `${matched} of ${considered} rules match` };
}
