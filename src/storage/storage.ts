/**
 * The seam between Spillway and its database. Cast:
 *
 * - **Storage** runs transactions. `transaction(work)` resolves only when the work is durable: on disk, through a
 *   power cut. Many callers share one commit (group commit), each in its own savepoint: one failing neither harms
 *   nor delays the others.
 * - **Transaction** is what `work` gets: three ways to run a statement, and `wake`.
 * - **Signals** are names that sleeping loops listen to. `tx.wake(name)` fires after the commit and carries no data:
 *   whoever wakes re-reads the database. A lost signal costs time, never an event.
 *
 * Rules that keep the two dialects (SQLite, PostgreSQL) apart in four places only: times are integer milliseconds
 * from the Clock, JSON is opaque text, state is short text compared for equality, lists are rows. SQL is written
 * with `?` placeholders. `work` may await nothing but its transaction: everybody else waits for it meanwhile.
 */
export interface Storage {
  /** Runs `work` atomically. Rejects with whatever `work` throws, and then nothing of it remains. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs `work` on committed data. Each statement sees the latest commit. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  readonly signals: Signals;
  close(): Promise<void>;
}

export type SqlValue = string | number | Uint8Array | null;

export interface Reader {
  /** The first row, or `undefined`. */
  get<Row>(sql: string, ...values: SqlValue[]): Promise<Row | undefined>;
  all<Row>(sql: string, ...values: SqlValue[]): Promise<Row[]>;
}

export interface Transaction extends Reader {
  /** Runs a statement that returns no rows; answers how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): Promise<number>;
  /** Fires the signal once this transaction is durable. */
  wake(signal: string): void;
  /** Runs `action` once this transaction is durable: removing files that nothing refers to any more. */
  afterCommit(action: () => void): void;
}

export interface Signals {
  /** Calls `wake` whenever the signal fires; the returned function ends that. */
  on(signal: string, wake: () => void): () => void;
  fire(signal: string): void;
}

/**
 * What the database itself refused. Expected absence is `undefined` or `0`, never this.
 * `unique` is a violated key; `busy` another process holds the database; `full` the disk or a quota.
 */
export class StorageError extends Error {
  readonly kind: 'unique' | 'busy' | 'full' | 'other';
  constructor(kind: StorageError['kind'], operation: string, cause: unknown) {
    super(`${operation}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StorageError';
    this.kind = kind;
  }
}
