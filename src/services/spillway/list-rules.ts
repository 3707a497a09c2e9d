import { listTargets } from '../../storage/tables/targets.ts';
import { allRules } from '../../storage/tables/wiring.ts';
import { BRANCHES_MAX, listing } from './listing.ts';
import { isoTime } from './trail.ts';

/** ListRules - `{"rules": [...], "next"}` of all buses, with their targets. */
export const listRules = listing(
  'rules',
  allRules,
  ({ arn }) => arn,
  async (rule, reader) => ({
    arn: rule.arn,
    name: rule.name,
    bus: rule.bus_arn,
    state: rule.state,
    description: rule.description ?? undefined,
    pattern: rule.event_pattern === null ? undefined : JSON.parse(rule.event_pattern),
    schedule: rule.schedule_expression ?? undefined,
    nextFireAt: rule.next_fire_at === null ? undefined : isoTime(rule.next_fire_at),
    targets: (await listTargets(reader, rule.arn, '', BRANCHES_MAX)).map(({ definition }) =>
      JSON.parse(definition),
    ),
  }),
);
