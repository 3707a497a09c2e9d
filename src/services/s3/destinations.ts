import type { DestinationKind, NotificationRule } from '../../events/notification/index.ts';
import type { Reader } from '../../storage/storage.ts';
import { findFunctionTarget } from '../../storage/tables/function-targets.ts';
import { getQueue } from '../../storage/tables/queues.ts';
import { getTopic } from '../../storage/tables/topics.ts';

/** What a bucket needs to know of a destination before it sends there. */
export interface Destination {
  readonly fifo: boolean;
  /** JSON text of the destination's own policy. */
  readonly policy: string | null;
}

type Find = (reader: Reader, arn: string) => Promise<Destination | undefined>;

const finders: Readonly<Record<DestinationKind, Find>> = {
  queue: async (reader, arn) => {
    const queue = await getQueue(reader, arn);
    return queue && { fifo: queue.fifo === 1, policy: queue.policy };
  },
  topic: async (reader, arn) => {
    const topic = await getTopic(reader, arn);
    return topic && { fifo: topic.fifo === 1, policy: topic.policy };
  },
  function: async (reader, arn) => {
    const target = await findFunctionTarget(reader, arn);
    return target && { fifo: false, policy: target.policy };
  },
};

/** The queue, topic or function of this server with that ARN. */
export const findDestination = (
  reader: Reader,
  { destinationKind, destination }: NotificationRule,
): Promise<Destination | undefined> => finders[destinationKind](reader, destination);
