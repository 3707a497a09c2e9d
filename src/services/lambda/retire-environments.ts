import type { Transaction } from '../../storage/storage.ts';
import type { Platform } from '../context.ts';

/**
 * Ends the execution environments of a function or version, those of `currentRevision` apart, once
 * the transaction that makes them out of date is durable. `arn`: with a version, or without for all
 * of them.
 */
export function retireEnvironments(
  tx: Transaction,
  { functions, log }: Pick<Platform, 'functions' | 'log'>,
  arn: string,
  currentRevision?: number,
): void {
  tx.afterCommit(() => {
    functions
      .retire(arn, currentRevision === undefined ? undefined : String(currentRevision))
      .catch((error) => log.error({ err: error, arn }, 'old environments could not be ended'));
  });
}
