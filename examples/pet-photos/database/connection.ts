/** A value of a column. */
export type Value = string | number | null;

/**
 * What both databases have in common. Parameters are `$1`, `$2` ...; every statement is a
 * transaction of its own, and writes come one after the other, so that revisions become visible in
 * their order.
 */
export interface Connection {
  read<Row>(statement: string, parameters?: readonly Value[]): Promise<Row[]>;
  /** Answers the rows of RETURNING, after they are on disk. */
  write<Row>(statement: string, parameters?: readonly Value[]): Promise<Row[]>;
  close(): Promise<void>;
}
