import type { Reader } from '../storage.ts';
import type { FunctionLogRow } from './function-logs.ts';

/** The logs of functions once more, as log groups and log streams: both exist by the logs in them. */
export interface LogGroupRow {
  readonly arn: string;
  readonly created_at: number;
  readonly chars: number;
}

export interface LogStreamRow {
  readonly name: string;
  readonly first_at: number;
  readonly last_at: number;
}

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

/** Those whose ARN begins with `arnPrefix` and comes after `afterArn`, in order. */
export const listLogGroups = (
  reader: Reader,
  arnPrefix: string,
  afterArn: string,
  limit: number,
): Promise<LogGroupRow[]> =>
  reader.all<LogGroupRow>(
    `SELECT log_group AS arn, MIN(at) AS created_at, CAST(SUM(LENGTH(text)) AS BIGINT) AS chars
     FROM function_logs WHERE log_group >= ? AND log_group > ? AND log_group < ?
     GROUP BY log_group ORDER BY log_group LIMIT ?`,
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    limit,
  );

/** The streams of a group, by name; at most `limit`. */
export const listLogStreams = (
  reader: Reader,
  groupArn: string,
  limit: number,
): Promise<LogStreamRow[]> =>
  reader.all<LogStreamRow>(
    `SELECT log_stream AS name, MIN(at) AS first_at, MAX(at) AS last_at
     FROM function_logs WHERE log_group = ? GROUP BY log_stream ORDER BY log_stream LIMIT ?`,
    groupArn,
    limit,
  );

/** The logs of a group from the one with id `fromId` on, that one included, the oldest in front. */
export const logsFrom = (
  reader: Reader,
  groupArn: string,
  fromId: number,
  limit: number,
): Promise<FunctionLogRow[]> =>
  reader.all<FunctionLogRow>(
    'SELECT * FROM function_logs WHERE log_group = ? AND id >= ? ORDER BY id LIMIT ?',
    groupArn,
    fromId,
    limit,
  );

/** The same the other way: the newest in front. */
export const logsDownFrom = (
  reader: Reader,
  groupArn: string,
  fromId: number,
  limit: number,
): Promise<FunctionLogRow[]> =>
  reader.all<FunctionLogRow>(
    'SELECT * FROM function_logs WHERE log_group = ? AND id <= ? ORDER BY id DESC LIMIT ?',
    groupArn,
    fromId,
    limit,
  );
