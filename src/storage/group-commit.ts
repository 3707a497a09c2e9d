import { createHistogram } from '../lib/metrics.ts';
import type { Signals, SqlValue, Transaction } from './storage.ts';

/**
 * Group commit: the transactions that wait are run one after the other, each in its own savepoint, committed once,
 * and answered together when the disk has them. While it writes one group, the next one is already at work and stays open for
 * whoever comes, until the disk is free again. So under load the cost of making data durable is shared by everybody and waited for by
 * nobody else's work; alone, a transaction waits for no other.
 */

/** One connection that writes, as an engine provides it. Only `GroupCommit` uses it, one call at a time. */
export interface WriteConnection {
  begin(): Promise<unknown>;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
  savepoint(): Promise<unknown>;
  release(): Promise<unknown>;
  rollbackToSavepoint(): Promise<unknown>;
  get<Row>(sql: string, values: SqlValue[]): Promise<Row | undefined>;
  all<Row>(sql: string, values: SqlValue[]): Promise<Row[]>;
  run(sql: string, values: SqlValue[]): Promise<number>;
  /** Makes everything committed so far durable. Left out where a commit is durable by itself, or nothing is. */
  flush?(): Promise<void>;
}

const groups = createHistogram({
  name: 'spillway_commit_transactions',
  help: 'Transactions that shared a commit.',
  labels: [],
  bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256],
});

/** How many transactions share a commit at most: bounds how long the first of a group waits. */
export const GROUP_TRANSACTIONS_MAX = 512;
/**
 * So many are enough when the disk is free: whoever still waits is better off in the next group, which is at work while this one is
 * written and its clients are answered. With everybody in one group, threads and clients would all wait for each other in turn.
 */
const GROUP_TRANSACTIONS_ENOUGH = 32;
/** After so many the event loop gets its turn, to see whether the disk is free, and answer whom it has written. */
const TURN_TRANSACTIONS = 8;

interface Waiting {
  readonly work: (tx: Transaction) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Outcome {
  readonly answer: () => void;
  readonly reject: (error: unknown) => void;
  readonly signals: readonly string[];
  readonly actions: readonly (() => void)[];
}

export interface GroupCommit {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Resolves when all that a reader can see now is durable. `undefined` when it is already. */
  durable(): Promise<void> | undefined;
  /** Resolves when nothing waits or runs any more. */
  idle(): Promise<void>;
}

export function createGroupCommit(connection: WriteConnection, signals: Signals): GroupCommit {
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  /** The group before, on its way to the disk. Never rejects. */
  let flushing: Promise<void> | undefined;
  let arrived: (() => void) | undefined;
  /** After a failed flush nobody knows what the disk holds: nothing more is accepted. */
  let broken: { readonly error: unknown } | undefined;

  const loop = async () => {
    // Let everything that arrived in this turn of the event loop join the first group.
    await nextTurn();
    while (waiting.length > 0) {
      await commitGroup();
      if (waiting.length > 0) await nextTurn();
    }
    running = undefined;
  };

  const commitGroup = async () => {
    const outcomes: Outcome[] = [];
    try {
      await connection.begin();
    } catch (error) {
      // Nobody can be served now; who waited is told, instead of being tried again without end.
      for (const { reject } of waiting.splice(0)) reject(error);
      return;
    }
    try {
      await gather(outcomes);
      const committed = connection.commit();
      // Set in the same step, so that no reader sees the commit and not that the disk still has to follow.
      if (connection.flush) flushing = flush(committed, outcomes);
      await committed;
      groups.observe(outcomes.length);
    } catch (error) {
      await rollbackQuietly(connection, error);
      for (const outcome of outcomes) outcome.reject(error);
      return;
    }
    if (!connection.flush) answer(outcomes, signals);
  };

  const flush = async (committed: Promise<unknown>, outcomes: readonly Outcome[]) => {
    try {
      await committed;
    } catch {
      // Told to whom it concerns by `commitGroup`; there is nothing to flush.
      flushing = undefined;
      return;
    }
    try {
      await connection.flush?.();
      answer(outcomes, signals);
    } catch (error) {
      broken = { error };
      for (const outcome of outcomes) outcome.reject(error);
    } finally {
      flushing = undefined;
    }
  };

  /** Runs whoever waits, and whoever still comes while the disk is busy with the group before. */
  const gather = async (outcomes: Outcome[]) => {
    while (outcomes.length < GROUP_TRANSACTIONS_MAX) {
      if (connection.flush && !flushing && outcomes.length >= GROUP_TRANSACTIONS_ENOUGH) return;
      const next = waiting.shift();
      if (next) {
        outcomes.push(await runOne(connection, next));
        if (flushing && outcomes.length % TURN_TRANSACTIONS === 0) await nextTurn();
      } else if (flushing) await Promise.race([flushing, arrival()]);
      else return;
    }
    await flushing;
  };
  const arrival = () =>
    new Promise<void>((resolve) => {
      arrived = resolve;
    });

  return {
    transaction<T>(work: (tx: Transaction) => Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        if (broken) return reject(broken.error);
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        arrived?.();
        running ??= loop();
      });
    },
    durable: () => flushing,
    async idle() {
      while (running || flushing) await (running ?? flushing);
    },
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

function answer(outcomes: readonly Outcome[], signals: Signals): void {
  const woken = new Set<string>();
  for (const outcome of outcomes) {
    outcome.answer();
    for (const action of outcome.actions) action();
    for (const signal of outcome.signals) woken.add(signal);
  }
  for (const signal of woken) signals.fire(signal);
}

async function runOne(connection: WriteConnection, waiting: Waiting): Promise<Outcome> {
  const signals: string[] = [];
  const actions: (() => void)[] = [];
  const tx: Transaction = {
    get: (sql, ...values) => connection.get(sql, values),
    all: (sql, ...values) => connection.all(sql, values),
    run: (sql, ...values) => connection.run(sql, values),
    wake: (signal) => signals.push(signal),
    afterCommit: (action) => actions.push(action),
  };
  try {
    await connection.savepoint();
  } catch (error) {
    waiting.reject(error);
    throw error;
  }
  try {
    const value = await waiting.work(tx);
    await connection.release();
    return { answer: () => waiting.resolve(value), reject: waiting.reject, signals, actions };
  } catch (error) {
    // What the work read may come from this very group, so even a refusal waits for the commit.
    try {
      await connection.rollbackToSavepoint();
    } catch (fatal) {
      waiting.reject(fatal);
      throw fatal;
    }
    const answer = () => waiting.reject(error);
    return { answer, reject: waiting.reject, signals: [], actions: [] };
  }
}

/** After a failed commit the connection may or may not still be inside a transaction; both are fine. */
async function rollbackQuietly(connection: WriteConnection, cause: unknown): Promise<void> {
  try {
    await connection.rollback();
  } catch (error) {
    if (error instanceof Error && cause instanceof Error) error.cause ??= cause;
  }
}
