import { parseArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { getQueue } from '../../storage/tables/queues.ts';
import type { NotificationRule } from './notification-rules.ts';

/** What a bucket needs to know of a destination before it sends there. */
export interface Destination {
  readonly fifo: boolean;
  /** JSON text of its own policy. */
  readonly policy: string | null;
}

/** `undefined` when there is no such queue, topic or function. */
export function findDestination(
  reader: Reader,
  rule: Pick<NotificationRule, 'kind' | 'destination'>,
): Promise<Destination | undefined> {
  return finders[rule.kind](reader, rule.destination);
}

const finders: Readonly<
  Record<
    NotificationRule['kind'],
    (reader: Reader, arn: string) => Promise<Destination | undefined>
  >
> = {
  queue: async (reader, arn) => {
    const queue = await getQueue(reader, arn);
    return queue && { fifo: queue.fifo === 1, policy: queue.policy };
  },
  topic: async () => undefined,
  function: async () => undefined,
};

/** The region in a destination's ARN. */
export const regionOf = (arn: string): string => parseArn(arn)?.region ?? '';
