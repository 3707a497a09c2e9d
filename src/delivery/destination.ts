import type { Platform } from '../services/context.ts';
import type { Transaction } from '../storage/storage.ts';
import type { DeliveryKind, DeliveryRow } from '../storage/tables/deliveries.ts';
import type { EventRow } from '../storage/tables/events.ts';

/** One delivery about to be tried, with the event it belongs to. */
export interface Job {
  readonly delivery: DeliveryRow;
  readonly event: EventRow;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** What came of a try. Values, not exceptions: every one of them is stored with its reason. */
export type Result =
  | { readonly kind: 'delivered'; readonly note?: string | undefined }
  /** May work later. `afterMs` overrides the retry policy's wait, not its limits. */
  | {
      readonly kind: 'retry';
      readonly reason: string;
      readonly code?: string | undefined;
      readonly afterMs?: number | undefined;
    }
  /** Will never work: the destination is gone or refuses. Not retried, buried at once. */
  | { readonly kind: 'rejected'; readonly reason: string; readonly code?: string | undefined };

export type Failure = Exclude<Result, { kind: 'delivered' }>;

/** What settles a try, run inside the transaction that records it: an effect on this very server is part of it. */
export type Settle = (tx: Transaction) => Promise<Result>;

/**
 * One kind of hop. `deliver` does what must happen outside a transaction (an HTTP request, a function) and answers how to
 * settle; an exception from it is a bug or a failing disk and counts as `retry`.
 */
export interface Destination {
  readonly kind: DeliveryKind;
  /** How many deliveries of one lane may be under way at once. 1 keeps their order. */
  readonly concurrency: number;
  deliver(job: Job, platform: Platform): Promise<Settle>;
  /** When to try again after this failed try, in milliseconds since the epoch; `undefined` when it was the last. */
  retryAt(
    tx: Transaction,
    job: Job,
    failure: Failure,
    platform: Platform,
  ): Promise<number | undefined>;
  /**
   * What becomes of one that will never arrive: a dead-letter queue, an on-failure destination. Answers where it went, or why it could
   * not, which is added to the recorded reason.
   */
  bury(tx: Transaction, job: Job, burial: Burial, platform: Platform): Promise<string | undefined>;
}

export interface Burial {
  readonly failure: Failure;
  /** `rejected`: it would never work; `dead`: retries are used up. */
  readonly state: 'rejected' | 'dead';
}

/** For effects that need nothing outside the transaction. */
export const settleWith =
  (
    settle: (tx: Transaction, job: Job, platform: Platform) => Promise<Result>,
  ): Destination['deliver'] =>
  async (job, platform) =>
  (tx) =>
    settle(tx, job, platform);

export const noBurial: Destination['bury'] = async () => undefined;
