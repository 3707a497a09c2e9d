import type { Reader, Transaction } from '../storage.ts';

/** A replay: it puts the events of an archive on their bus again. */
export interface ReplayRow {
  readonly arn: string;
  readonly name: string;
  readonly description: string | null;
  readonly archive_arn: string;
  readonly bus_arn: string;
  /** JSON: the ARNs of the rules that get the events; all rules without. */
  readonly filter_arns: string | null;
  /** Which events: by their time, both ends included. */
  readonly from_at: number;
  readonly to_at: number;
  readonly state: ReplayState;
  readonly state_reason: string | null;
  /** Time and id of the archived event that was replayed last. */
  readonly cursor_at: number | null;
  readonly cursor_id: number;
  readonly started_at: number;
  readonly ended_at: number | null;
}

export type ReplayState =
  | 'STARTING'
  | 'RUNNING'
  | 'CANCELLING'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'FAILED';

/** Fired when a replay was started or is to be cancelled; carries nothing. */
export const REPLAYS_SIGNAL = 'replays';

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';
const ACTIVE = "state IN ('STARTING', 'RUNNING', 'CANCELLING')";

export const getReplay = (reader: Reader, arn: string): Promise<ReplayRow | undefined> =>
  reader.get<ReplayRow>('SELECT * FROM replays WHERE arn = ?', arn);

/** The replays whose ARN begins with `arnPrefix` and comes after `afterArn`, in order. */
export const listReplays = (
  reader: Reader,
  arnPrefix: string,
  filter: { readonly archiveArn: string | null; readonly state: string | null },
  afterArn: string,
  limit: number,
): Promise<ReplayRow[]> =>
  reader.all<ReplayRow>(
    `SELECT * FROM replays WHERE arn >= ? AND arn > ? AND arn < ? AND archive_arn = COALESCE(?, archive_arn)
       AND state = COALESCE(?, state) ORDER BY arn LIMIT ?`,
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    filter.archiveArn,
    filter.state,
    limit,
  );

/** The replays under way whose ARN begins with `arnPrefix`. */
export const listActiveReplays = (
  reader: Reader,
  arnPrefix: string,
  limit: number,
): Promise<ReplayRow[]> =>
  reader.all<ReplayRow>(
    `SELECT * FROM replays WHERE ${ACTIVE} AND arn >= ? AND arn < ? ORDER BY arn LIMIT ?`,
    arnPrefix,
    arnPrefix + AFTER_NAMES,
    limit,
  );

export async function insertReplay(tx: Transaction, replay: ReplayRow): Promise<void> {
  await tx.run(
    `INSERT INTO replays (arn, name, description, archive_arn, bus_arn, filter_arns, from_at, to_at, state,
       state_reason, cursor_at, cursor_id, started_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    replay.arn,
    replay.name,
    replay.description,
    replay.archive_arn,
    replay.bus_arn,
    replay.filter_arns,
    replay.from_at,
    replay.to_at,
    replay.state,
    replay.state_reason,
    replay.cursor_at,
    replay.cursor_id,
    replay.started_at,
    replay.ended_at,
  );
  tx.wake(REPLAYS_SIGNAL);
}

export async function updateReplay(
  tx: Transaction,
  arn: string,
  changes: Pick<ReplayRow, 'state' | 'state_reason' | 'cursor_at' | 'cursor_id' | 'ended_at'>,
): Promise<void> {
  await tx.run(
    `UPDATE replays SET state = ?, state_reason = ?, cursor_at = ?, cursor_id = ?, ended_at = ?
     WHERE arn = ?`,
    changes.state,
    changes.state_reason,
    changes.cursor_at,
    changes.cursor_id,
    changes.ended_at,
    arn,
  );
  tx.wake(REPLAYS_SIGNAL);
}

/** Replays are remembered for a while after their end. */
export async function forgetReplays(tx: Transaction, endedBefore: number): Promise<void> {
  await tx.run('DELETE FROM replays WHERE ended_at < ?', endedBefore);
}
