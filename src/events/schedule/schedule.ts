import type { Cron } from 'croner';
import { AwsError } from '../../aws/error.ts';
import { parseCron } from './cron.ts';

/** When a scheduled rule fires. */
export type Schedule =
  | { readonly kind: 'rate'; readonly periodMs: number }
  | { readonly kind: 'cron'; readonly cron: Cron };

const EXPRESSION_CHARACTERS_MAX = 256;

const UNIT_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Reads a `ScheduleExpression`: `rate(5 minutes)` or `cron(0 12 * * ? *)`. Throws
 * `ValidationException`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 */
export function parseSchedule(expression: string): Schedule {
  const schedule =
    expression.length <= EXPRESSION_CHARACTERS_MAX
      ? (parseRate(expression) ?? parseCronExpression(expression))
      : undefined;
  if (schedule) return schedule;
  throw new AwsError('ValidationException', 'Parameter ScheduleExpression is not valid.');
}

/** The unit is singular for 1 and plural for all else, as AWS insists. */
function parseRate(expression: string): Schedule | undefined {
  const { value, unit, plural } =
    /^rate\((?<value>[1-9]\d*) (?<unit>minute|hour|day)(?<plural>s?)\)$/.exec(expression)?.groups ??
    {};
  const unitMs = UNIT_MS[unit ?? ''];
  if (unitMs === undefined || (value === '1') === (plural === 's')) return undefined;
  const periodMs = Number(value) * unitMs;
  return Number.isSafeInteger(periodMs) ? { kind: 'rate', periodMs } : undefined;
}

function parseCronExpression(expression: string): Schedule | undefined {
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1];
  const cron = fields === undefined ? undefined : parseCron(fields);
  return cron && { kind: 'cron', cron };
}

/**
 * The first time after `afterMs` at which the schedule fires; `undefined` when it never does again.
 * A rate counts from `afterMs`: the rule's creation, then each firing.
 */
export function nextFire(schedule: Schedule, afterMs: number): number | undefined {
  if (schedule.kind === 'rate') return afterMs + schedule.periodMs;
  return schedule.cron.nextRun(new Date(afterMs))?.getTime();
}
