import type { Reader, Transaction } from '../storage.ts';

/**
 * What becomes of the asynchronous invocations of a function, version or alias. `null`: the
 * default.
 */
export interface EventInvokeConfigRow {
  readonly function_arn: string;
  /** `$LATEST`, a number or an alias. */
  readonly qualifier: string;
  readonly maximum_retry_attempts: number | null;
  readonly maximum_event_age_seconds: number | null;
  /** ARNs. */
  readonly on_success: string | null;
  readonly on_failure: string | null;
  readonly modified_at: number;
}

export const getEventInvokeConfig = (
  reader: Reader,
  functionArn: string,
  qualifier: string,
): Promise<EventInvokeConfigRow | undefined> =>
  reader.get<EventInvokeConfigRow>(
    'SELECT * FROM event_invoke_configs WHERE function_arn = ? AND qualifier = ?',
    functionArn,
    qualifier,
  );

/** Those after `after`, by qualifier. */
export const listEventInvokeConfigs = (
  reader: Reader,
  functionArn: string,
  after: string,
  limit: number,
): Promise<EventInvokeConfigRow[]> =>
  reader.all<EventInvokeConfigRow>(
    `SELECT * FROM event_invoke_configs
     WHERE function_arn = ? AND qualifier > ? ORDER BY qualifier LIMIT ?`,
    functionArn,
    after,
    limit,
  );

/** Inserts the configuration, or replaces all of it. */
export async function putEventInvokeConfig(
  tx: Transaction,
  row: EventInvokeConfigRow,
): Promise<void> {
  await tx.run(
    `INSERT INTO event_invoke_configs (function_arn, qualifier, maximum_retry_attempts,
     maximum_event_age_seconds,
       on_success, on_failure, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (function_arn, qualifier) DO UPDATE SET maximum_retry_attempts =
     excluded.maximum_retry_attempts,
       maximum_event_age_seconds = excluded.maximum_event_age_seconds, on_success =
       excluded.on_success,
       on_failure = excluded.on_failure, modified_at = excluded.modified_at`,
    row.function_arn,
    row.qualifier,
    row.maximum_retry_attempts,
    row.maximum_event_age_seconds,
    row.on_success,
    row.on_failure,
    row.modified_at,
  );
}

/**
 * Removes the configuration of one qualifier, or all when it is left out; answers how many there
 * were.
 */
export const deleteEventInvokeConfigs = (
  tx: Transaction,
  functionArn: string,
  qualifier?: string,
): Promise<number> =>
  tx.run(
    "DELETE FROM event_invoke_configs WHERE function_arn = ? AND (qualifier = ? OR ? = '')",
    functionArn,
    qualifier ?? '',
    qualifier ?? '',
  );
