import { withLineage } from '../aws/trace-header.ts';
import { HOPS_MAX } from '../services/hops.ts';
import type { Job, Result } from './destination.ts';

/** What an event that a delivery causes says of where it comes from. */
export interface NextHop {
  readonly trace: string;
  readonly cause: number;
  readonly hops: number;
}

export function nextHop({ delivery, event }: Job): NextHop {
  const lineage = { hops: event.hops + 1, cause: delivery.id };
  return { trace: withLineage(event.trace, lineage), ...lineage };
}

/** Cuts a chain of events that has become too long to be anything but a loop; `undefined` while it may go on. */
export function cutLoop({
  event,
}: Pick<Job, 'event'>): Extract<Result, { kind: 'rejected' }> | undefined {
  if (event.hops < HOPS_MAX) return undefined;
  return {
    kind: 'rejected',
    code: 'LOOP',
    reason: `this event is the last of a chain of ${event.hops} that caused one another; after ${HOPS_MAX} it counts as a loop and is cut`,
  };
}
