import type { Reader, Transaction } from '../storage.ts';

/**
 * What an asynchronous invocation that failed has come to so far: forgotten when its delivery is
 * settled.
 */
export interface InvocationRetryRow {
  readonly delivery_id: number;
  /** How often the function ran for it. */
  readonly invoke_count: number;
  /** By the last run: `$LATEST` or a number. */
  readonly executed_version: string;
  /** The error that the last run answered with: JSON text. */
  readonly response: string;
}

export const getInvocationRetry = (
  reader: Reader,
  deliveryId: number,
): Promise<InvocationRetryRow | undefined> =>
  reader.get<InvocationRetryRow>(
    'SELECT * FROM invocation_retries WHERE delivery_id = ?',
    deliveryId,
  );

/** Notes another failed run. */
export async function countFailedRun(
  tx: Transaction,
  run: Omit<InvocationRetryRow, 'invoke_count'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO invocation_retries (delivery_id, invoke_count, executed_version, response)
     VALUES (?, 1, ?, ?)
     ON CONFLICT (delivery_id) DO UPDATE SET invoke_count = invocation_retries.invoke_count + 1,
       executed_version = excluded.executed_version, response = excluded.response`,
    run.delivery_id,
    run.executed_version,
    run.response,
  );
}

export async function forgetInvocationRetry(tx: Transaction, deliveryId: number): Promise<void> {
  await tx.run('DELETE FROM invocation_retries WHERE delivery_id = ?', deliveryId);
}
