import type { Reader, Transaction } from '../storage.ts';
import { WIRING_SIGNAL } from './notification-configurations.ts';

/** Where a rule sends the events that match it. */
export interface TargetRow {
  readonly rule_arn: string;
  readonly id: string;
  readonly arn: string;
  /** JSON of the target as it was put. */
  readonly definition: string;
}

export const getTarget = (
  reader: Reader,
  ruleArn: string,
  id: string,
): Promise<TargetRow | undefined> =>
  reader.get<TargetRow>('SELECT * FROM targets WHERE rule_arn = ? AND id = ?', ruleArn, id);

/** The targets of a rule whose id comes after `afterId`, in order. */
export const listTargets = (
  reader: Reader,
  ruleArn: string,
  afterId: string,
  limit: number,
): Promise<TargetRow[]> =>
  reader.all<TargetRow>(
    'SELECT * FROM targets WHERE rule_arn = ? AND id > ? ORDER BY id LIMIT ?',
    ruleArn,
    afterId,
    limit,
  );

/** The targets of all rules of a bus. */
export const listTargetsOfBus = (reader: Reader, busArn: string): Promise<TargetRow[]> =>
  reader.all<TargetRow>(
    `SELECT t.* FROM targets t JOIN rules r ON r.arn = t.rule_arn
     WHERE r.bus_arn = ? ORDER BY t.rule_arn, t.id`,
    busArn,
  );

/** The names of the rules of a bus that have a target with this ARN, after `afterName`, in order. */
export async function listRuleNamesOfTarget(
  reader: Reader,
  targetArn: string,
  busArn: string,
  afterName: string,
  limit: number,
): Promise<string[]> {
  const rows = await reader.all<{ name: string }>(
    `SELECT DISTINCT r.name FROM targets t JOIN rules r ON r.arn = t.rule_arn
     WHERE t.arn = ? AND r.bus_arn = ? AND r.name > ? ORDER BY r.name LIMIT ?`,
    targetArn,
    busArn,
    afterName,
    limit,
  );
  return rows.map(({ name }) => name);
}

export async function countTargets(reader: Reader, ruleArn: string): Promise<number> {
  const row = await reader.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM targets WHERE rule_arn = ?',
    ruleArn,
  );
  return Number(row?.n ?? 0);
}

export async function putTarget(tx: Transaction, target: TargetRow): Promise<void> {
  await tx.run(
    `INSERT INTO targets (rule_arn, id, arn, definition) VALUES (?, ?, ?, ?)
     ON CONFLICT (rule_arn, id) DO UPDATE SET arn = excluded.arn, definition = excluded.definition`,
    target.rule_arn,
    target.id,
    target.arn,
    target.definition,
  );
  tx.wake(WIRING_SIGNAL);
}

/** Whether there was such a target. */
export async function deleteTarget(tx: Transaction, ruleArn: string, id: string): Promise<boolean> {
  return (await tx.run('DELETE FROM targets WHERE rule_arn = ? AND id = ?', ruleArn, id)) === 1;
}
