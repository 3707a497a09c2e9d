import type { Reader, Transaction } from '../storage.ts';

/** A rule of an event bus. */
export interface RuleRow {
  readonly arn: string;
  readonly bus_arn: string;
  readonly name: string;
  readonly state: RuleState;
  /** JSON text. */
  readonly event_pattern: string | null;
  /** `rate(...)` or `cron(...)`. */
  readonly schedule_expression: string | null;
  readonly description: string | null;
  readonly role_arn: string | null;
  /** The account that created it. */
  readonly created_by: string;
  /** JSON: key -> value. */
  readonly tags: string;
  /** When the schedule fires next; `null` while the rule is disabled and without a schedule. */
  readonly next_fire_at: number | null;
}

export type RuleState = 'ENABLED' | 'DISABLED' | 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

/** Fired when schedules changed; carries nothing. */
export const SCHEDULES_SIGNAL = 'schedules';

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

export const getRule = (reader: Reader, arn: string): Promise<RuleRow | undefined> =>
  reader.get<RuleRow>('SELECT * FROM rules WHERE arn = ?', arn);

/** The rules of a bus whose name begins with `prefix` and comes after `afterName`, in order. */
export const listRules = (
  reader: Reader,
  busArn: string,
  prefix: string,
  afterName: string,
  limit: number,
): Promise<RuleRow[]> =>
  reader.all<RuleRow>(
    `SELECT * FROM rules WHERE bus_arn = ? AND name >= ? AND name > ? AND name < ?
     ORDER BY name LIMIT ?`,
    busArn,
    prefix,
    afterName,
    prefix + AFTER_NAMES,
    limit,
  );

export async function countRules(reader: Reader, busArn: string): Promise<number> {
  const row = await reader.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM rules WHERE bus_arn = ?',
    busArn,
  );
  return Number(row?.n ?? 0);
}

/** The rules whose schedule fires next, the earliest in front. */
export const nextScheduledRules = (reader: Reader, limit: number): Promise<RuleRow[]> =>
  reader.all<RuleRow>(
    'SELECT * FROM rules WHERE next_fire_at IS NOT NULL ORDER BY next_fire_at, arn LIMIT ?',
    limit,
  );

/** Inserts the rule, or replaces all of it but its creator and tags. */
export async function putRule(tx: Transaction, rule: RuleRow): Promise<void> {
  await tx.run(
    `INSERT INTO rules (arn, bus_arn, name, state, event_pattern, schedule_expression, description, role_arn,
       created_by, tags, next_fire_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (arn) DO UPDATE SET state = excluded.state, event_pattern = excluded.event_pattern,
       schedule_expression = excluded.schedule_expression, description = excluded.description,
       role_arn = excluded.role_arn, next_fire_at = excluded.next_fire_at`,
    rule.arn,
    rule.bus_arn,
    rule.name,
    rule.state,
    rule.event_pattern,
    rule.schedule_expression,
    rule.description,
    rule.role_arn,
    rule.created_by,
    rule.tags,
    rule.next_fire_at,
  );
  tx.wake(SCHEDULES_SIGNAL);
}

export async function updateRuleTags(tx: Transaction, arn: string, tags: string): Promise<void> {
  await tx.run('UPDATE rules SET tags = ? WHERE arn = ?', tags, arn);
}

export async function updateNextFire(
  tx: Transaction,
  arn: string,
  nextFireAt: number | null,
): Promise<void> {
  await tx.run('UPDATE rules SET next_fire_at = ? WHERE arn = ?', nextFireAt, arn);
}

export async function deleteRule(tx: Transaction, arn: string): Promise<void> {
  await tx.run('DELETE FROM rules WHERE arn = ?', arn);
}
