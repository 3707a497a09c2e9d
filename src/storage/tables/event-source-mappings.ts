import type { Reader, Transaction } from '../storage.ts';

/** A queue that a function is fed from. */
export interface EventSourceMappingRow {
  readonly uuid: string;
  readonly account: string;
  readonly region: string;
  /** With the qualifier, when there is one. */
  readonly function_arn: string;
  readonly event_source_arn: string;
  /** 1 or 0. */
  readonly enabled: number;
  readonly batch_size: number;
  readonly batching_window_seconds: number;
  readonly maximum_concurrency: number | null;
  /** 1 when the function says which messages of a batch it failed, else 0. */
  readonly report_item_failures: number;
  /** JSON list of patterns; `null` when there are none. */
  readonly filters: string | null;
  /** JSON. */
  readonly tags: string;
  readonly modified_at: number;
  /** What came of the last batch: `OK`, or what is wrong; `null` before the first. */
  readonly last_result: string | null;
}

/** Fired when a mapping was made, changed or removed; carries nothing. */
export const EVENT_SOURCE_MAPPINGS_SIGNAL = 'event source mappings';

export const getEventSourceMapping = (
  reader: Reader,
  uuid: string,
): Promise<EventSourceMappingRow | undefined> =>
  reader.get<EventSourceMappingRow>('SELECT * FROM event_source_mappings WHERE uuid = ?', uuid);

/** The one between these two. */
export const findEventSourceMapping = (
  reader: Reader,
  eventSourceArn: string,
  functionArn: string,
): Promise<EventSourceMappingRow | undefined> =>
  reader.get<EventSourceMappingRow>(
    'SELECT * FROM event_source_mappings WHERE event_source_arn = ? AND function_arn = ?',
    eventSourceArn,
    functionArn,
  );

/** Empty texts do not filter. */
export interface MappingFilter {
  readonly account: string;
  readonly region: string;
  readonly eventSourceArn: string;
  readonly functionArn: string;
}

/** Those after `afterUuid`, by UUID. */
export const listEventSourceMappings = (
  reader: Reader,
  { account, region, eventSourceArn, functionArn }: MappingFilter,
  afterUuid: string,
  limit: number,
): Promise<EventSourceMappingRow[]> =>
  reader.all<EventSourceMappingRow>(
    `SELECT * FROM event_source_mappings WHERE account = ? AND region = ? AND uuid > ?
       AND (event_source_arn = ? OR ? = '') AND (function_arn = ? OR ? = '') ORDER BY uuid LIMIT ?`,
    account,
    region,
    afterUuid,
    eventSourceArn,
    eventSourceArn,
    functionArn,
    functionArn,
    limit,
  );

/** All mappings that are switched on: what the pollers start from. */
export const enabledEventSourceMappings = (reader: Reader): Promise<EventSourceMappingRow[]> =>
  reader.all<EventSourceMappingRow>(
    'SELECT * FROM event_source_mappings WHERE enabled = 1 ORDER BY uuid',
  );

export async function insertEventSourceMapping(
  tx: Transaction,
  row: Omit<EventSourceMappingRow, 'last_result'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO event_source_mappings (uuid, account, region, function_arn, event_source_arn,
     enabled, batch_size,
       batching_window_seconds, maximum_concurrency, report_item_failures, filters, tags,
       modified_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.uuid,
    row.account,
    row.region,
    row.function_arn,
    row.event_source_arn,
    row.enabled,
    row.batch_size,
    row.batching_window_seconds,
    row.maximum_concurrency,
    row.report_item_failures,
    row.filters,
    row.tags,
    row.modified_at,
  );
  tx.wake(EVENT_SOURCE_MAPPINGS_SIGNAL);
}

type MappingColumn = Exclude<
  keyof EventSourceMappingRow,
  'uuid' | 'account' | 'region' | 'event_source_arn'
>;

/** Changes the given columns and no others. */
export async function updateEventSourceMapping(
  tx: Transaction,
  uuid: string,
  changes: Partial<Pick<EventSourceMappingRow, MappingColumn>>,
): Promise<void> {
  const columns = Object.keys(changes) as MappingColumn[];
  await tx.run(
    `UPDATE event_source_mappings SET ${columns.map((column) => `${column} = ?`).join(', ')}
     WHERE uuid = ?`,
    ...columns.map((column) => changes[column] ?? null),
    uuid,
  );
  tx.wake(EVENT_SOURCE_MAPPINGS_SIGNAL);
}

/** Notes what came of a batch; wakes nobody. */
export async function noteMappingResult(
  tx: Transaction,
  uuid: string,
  result: string,
): Promise<void> {
  await tx.run(
    `UPDATE event_source_mappings SET last_result = ?
     WHERE uuid = ? AND (last_result IS NULL OR last_result <> ?)`,
    result,
    uuid,
    result,
  );
}

export async function deleteEventSourceMappingRow(tx: Transaction, uuid: string): Promise<void> {
  await tx.run('DELETE FROM event_source_mappings WHERE uuid = ?', uuid);
  tx.wake(EVENT_SOURCE_MAPPINGS_SIGNAL);
}
