import { countMessages } from '../../storage/tables/message-counts.ts';
import { allQueues, mappingsOfSource } from '../../storage/tables/wiring.ts';
import { BRANCHES_MAX, listing } from './listing.ts';
import { isoTime } from './trail.ts';

/** ListQueues - `{"queues": [...], "next"}`, with counts of their messages and whom they feed. */
export const listQueues = listing(
  'queues',
  allQueues,
  ({ arn }) => arn,
  async (queue, reader, now) => ({
    arn: queue.arn,
    name: queue.name,
    fifo: queue.fifo === 1,
    createdAt: isoTime(queue.created_at),
    ...(await countMessages(reader, queue, now)),
    attributes: JSON.parse(queue.attributes),
    policy: queue.policy === null ? undefined : JSON.parse(queue.policy),
    deadLetterQueue: queue.dead_letter_arn ?? undefined,
    maxReceiveCount: queue.max_receive_count ?? undefined,
    mappings: (await mappingsOfSource(reader, queue.arn, BRANCHES_MAX)).map((mapping) => ({
      uuid: mapping.uuid,
      function: mapping.function_arn,
      enabled: mapping.enabled === 1,
      lastResult: mapping.last_result ?? undefined,
    })),
  }),
);
