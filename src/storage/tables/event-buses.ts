import type { Reader, Transaction } from '../storage.ts';

/** An event bus. The default bus of an account and region has a row as soon as something of it was set. */
export interface EventBusRow {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly description: string | null;
  /** JSON text. */
  readonly policy: string | null;
  /** JSON: key -> value. */
  readonly tags: string;
  readonly created_at: number;
  readonly modified_at: number;
  /** Another UUID after every change of the bus's rules, targets or archives. */
  readonly revision: string;
}

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

export const getEventBus = (reader: Reader, arn: string): Promise<EventBusRow | undefined> =>
  reader.get<EventBusRow>('SELECT * FROM event_buses WHERE arn = ?', arn);

/** The buses whose ARN begins with `arnPrefix` and comes after `afterArn`, in order. */
export const listEventBuses = (
  reader: Reader,
  arnPrefix: string,
  afterArn: string,
  limit: number,
): Promise<EventBusRow[]> =>
  reader.all<EventBusRow>(
    'SELECT * FROM event_buses WHERE arn >= ? AND arn > ? AND arn < ? ORDER BY arn LIMIT ?',
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    limit,
  );

export async function insertEventBus(tx: Transaction, bus: EventBusRow): Promise<void> {
  await tx.run(
    `INSERT INTO event_buses (arn, account, region, name, description, policy, tags, created_at, modified_at, revision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    bus.arn,
    bus.account,
    bus.region,
    bus.name,
    bus.description,
    bus.policy,
    bus.tags,
    bus.created_at,
    bus.modified_at,
    bus.revision,
  );
}

export async function updateEventBus(
  tx: Transaction,
  arn: string,
  changes: Pick<EventBusRow, 'description' | 'policy' | 'modified_at'>,
): Promise<void> {
  await tx.run(
    'UPDATE event_buses SET description = ?, policy = ?, modified_at = ? WHERE arn = ?',
    changes.description,
    changes.policy,
    changes.modified_at,
    arn,
  );
}

export async function updateEventBusTags(
  tx: Transaction,
  arn: string,
  tags: string,
): Promise<void> {
  await tx.run('UPDATE event_buses SET tags = ? WHERE arn = ?', tags, arn);
}

/** Says that rules, targets or archives of the bus changed; `revision` must be a new UUID. */
export async function reviseEventBus(
  tx: Transaction,
  arn: string,
  revision: string,
): Promise<void> {
  await tx.run('UPDATE event_buses SET revision = ? WHERE arn = ?', revision, arn);
}

export async function deleteEventBus(tx: Transaction, arn: string): Promise<void> {
  await tx.run('DELETE FROM event_buses WHERE arn = ?', arn);
}
