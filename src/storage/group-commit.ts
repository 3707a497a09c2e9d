import { createHistogram } from '../lib/metrics.ts';
import type { Signals, SqlValue, Transaction } from './storage.ts';

/**
 * Group commit: the transactions that wait are run one after the other, each in its own savepoint, committed once,
 * and answered together. Under load the cost of making data durable is shared by everybody in the group; alone, a
 * transaction waits for nobody. The next group gathers by itself while this one is being written.
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
}

const groups = createHistogram({
  name: 'spillway_commit_transactions',
  help: 'Transactions that shared a commit.',
  labels: [],
  bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256],
});

/** How many transactions share a commit at most: bounds how long the first of a group waits. */
export const GROUP_TRANSACTIONS_MAX = 512;

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
  /** Resolves when nothing waits or runs any more. */
  idle(): Promise<void>;
}

export function createGroupCommit(connection: WriteConnection, signals: Signals): GroupCommit {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  const loop = async () => {
    // Let everything that arrived in this turn of the event loop join the first group.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      await commitGroup(connection, signals, () => waiting.shift());
      if (waiting.length > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    running = undefined;
  };

  return {
    transaction<T>(work: (tx: Transaction) => Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        running ??= loop();
      });
    },
    async idle() {
      while (running) await running;
      waiting = [];
    },
  };
}

async function commitGroup(
  connection: WriteConnection,
  signals: Signals,
  next: () => Waiting | undefined,
): Promise<void> {
  const outcomes: Outcome[] = [];
  try {
    await connection.begin();
  } catch (error) {
    // Nobody can be served now; who waited is told, instead of being tried again without end.
    for (let waiting = next(); waiting; waiting = next()) waiting.reject(error);
    return;
  }
  try {
    for (let size = 0; size < GROUP_TRANSACTIONS_MAX; size++) {
      const waiting = next();
      if (!waiting) break;
      outcomes.push(await runOne(connection, waiting));
    }
    await connection.commit();
    groups.observe(outcomes.length);
  } catch (error) {
    await rollbackQuietly(connection, error);
    for (const outcome of outcomes) outcome.reject(error);
    return;
  }
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
