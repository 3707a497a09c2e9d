import type { Reader, Transaction } from '../storage.ts';

/** The log of one invocation, `START` to `REPORT`. */
export interface FunctionLogRow {
  /** From `Ids.sequence`. */
  readonly id: number;
  readonly function_arn: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  readonly request_id: string;
  /** ARN of the log group that it belongs to. */
  readonly log_group: string;
  readonly log_stream: string;
  readonly at: number;
  /** 1 when the function failed, else 0. */
  readonly failed: number;
  readonly text: string;
}

/** Logs kept for each function: the latest ones. */
export const LOGS_MAX = 500;
/** Characters kept of one log: its end, where errors are. */
export const LOG_CHARS_MAX = 64 * 1024;
/**
 * How many old logs each new one removes at most: more than it adds, so that they cannot pile up.
 */
const LOGS_SWEPT = 4;

export async function insertFunctionLog(tx: Transaction, row: FunctionLogRow): Promise<void> {
  await tx.run(
    `INSERT INTO function_logs (id, function_arn, version, request_id, log_group, log_stream, at, failed,
       text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.function_arn,
    row.version,
    row.request_id,
    row.log_group,
    row.log_stream,
    row.at,
    row.failed,
    row.text.slice(-LOG_CHARS_MAX),
  );
  const oldest = await tx.get<{ id: number }>(
    'SELECT id FROM function_logs WHERE function_arn = ? ORDER BY id DESC LIMIT 1 OFFSET ?',
    row.function_arn,
    LOGS_MAX - 1,
  );
  if (!oldest) return;
  await tx.run(
    `DELETE FROM function_logs WHERE id IN
       (SELECT id FROM function_logs WHERE function_arn = ? AND id < ? ORDER BY id LIMIT ?)`,
    row.function_arn,
    oldest.id,
    LOGS_SWEPT,
  );
}

/** The newest in front, before the log with id `beforeId`. */
export const listFunctionLogs = (
  reader: Reader,
  functionArn: string,
  beforeId: number,
  limit: number,
): Promise<FunctionLogRow[]> =>
  reader.all<FunctionLogRow>(
    'SELECT * FROM function_logs WHERE function_arn = ? AND id < ? ORDER BY id DESC LIMIT ?',
    functionArn,
    beforeId,
    limit,
  );

/** All logs of one invocation and its retries, the oldest in front. */
export const logsOfRequest = (
  reader: Reader,
  functionArn: string,
  requestId: string,
): Promise<FunctionLogRow[]> =>
  reader.all<FunctionLogRow>(
    'SELECT * FROM function_logs WHERE function_arn = ? AND request_id = ? ORDER BY id',
    functionArn,
    requestId,
  );

export async function deleteFunctionLogs(tx: Transaction, functionArn: string): Promise<void> {
  await tx.run('DELETE FROM function_logs WHERE function_arn = ?', functionArn);
}
