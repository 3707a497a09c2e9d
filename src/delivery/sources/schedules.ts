import { nextFire, parseSchedule, type Schedule } from '../../events/schedule/index.ts';
import { runLoop } from '../../services/background-loop.ts';
import type { Platform } from '../../services/context.ts';
import { fireRule } from '../../services/eventbridge/fire-rule.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  getRule,
  nextScheduledRules,
  SCHEDULES_SIGNAL,
  updateNextFire,
} from '../../storage/tables/rules.ts';

/**
 * Keeps the schedules of rules. When a rule fires next is a column of its row; firing owes an event to its targets and
 * moves that time on, in one transaction. So every time of a schedule fires once, through crashes.
 *
 * Times that pass while this server is down cannot fire in time. A rule that missed some fires once, at start, for the
 * first of them: a nightly job that was due runs late, and a rate of a minute does not come back with a thousand events.
 */
type SchedulesPlatform = Pick<Platform, 'storage' | 'clock' | 'ids'>;

/** Rules looked at in one round; more wait for the next, at once. */
const ROUND_RULES_MAX = 100;
/** How often to look although nothing called for it. */
const INTERVAL_MS = 10 * 60 * 1000;

/** Runs until `stop` is aborted. */
export const runSchedules = (platform: Platform, stop: AbortSignal): Promise<void> =>
  runLoop(
    platform,
    {
      name: 'keeping schedules',
      wokenBy: SCHEDULES_SIGNAL,
      intervalMs: INTERVAL_MS,
      round: () => fireDueRules(platform),
    },
    stop,
  );

/** Fires every rule whose time has come. Answers when the next one's does; `undefined` without schedules. */
export async function fireDueRules(platform: SchedulesPlatform): Promise<number | undefined> {
  const { storage, clock } = platform;
  const rules = await storage.read((reader) => nextScheduledRules(reader, ROUND_RULES_MAX));
  for (const { arn, next_fire_at } of rules) {
    if (next_fire_at === null) continue;
    if (next_fire_at > clock.now()) return next_fire_at;
    await storage.transaction((tx) => fire(tx, platform, arn, clock.now()));
  }
  const [next] = await storage.read((reader) => nextScheduledRules(reader, 1));
  return next?.next_fire_at ?? undefined;
}

async function fire(
  tx: Transaction,
  platform: SchedulesPlatform,
  arn: string,
  now: number,
): Promise<void> {
  const rule = await getRule(tx, arn);
  const expression = rule?.schedule_expression;
  if (!rule || !expression || rule.next_fire_at === null || rule.next_fire_at > now) return;
  await fireRule(tx, platform, rule, rule.next_fire_at);
  await updateNextFire(tx, arn, nextAfter(parseSchedule(expression), rule.next_fire_at, now));
}

/** A rate goes on in the steps in which it began. */
function nextAfter(schedule: Schedule, dueAt: number, now: number): number | null {
  if (schedule.kind === 'cron') return nextFire(schedule, now) ?? null;
  const steps = 1 + Math.floor((now - dueAt) / schedule.periodMs);
  return dueAt + steps * schedule.periodMs;
}
