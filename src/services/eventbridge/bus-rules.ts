import { compilePattern, type Pattern } from '../../events/pattern/index.ts';
import { createBoundedCache } from '../../lib/bounded-cache.ts';
import type { Reader } from '../../storage/storage.ts';
import { type ArchiveRow, listArchivesOfBus } from '../../storage/tables/archives.ts';
import type { EventBusRow } from '../../storage/tables/event-buses.ts';
import { listRules, type RuleRow } from '../../storage/tables/rules.ts';
import { listTargetsOfBus, type TargetRow } from '../../storage/tables/targets.ts';
import type { Platform } from '../context.ts';
import { perStorage } from '../per-storage.ts';

/** What the events of a bus are matched with, compiled. */
export interface BusRules {
  /** By name. Rules that have a schedule only are not among them. */
  readonly rules: readonly CompiledRule[];
  readonly archives: readonly CompiledArchive[];
}

export interface CompiledRule {
  readonly arn: string;
  readonly enabled: boolean;
  readonly pattern: Pattern;
  readonly targets: readonly Pick<TargetRow, 'id' | 'arn'>[];
}

export interface CompiledArchive {
  readonly id: number;
  /** Without one it keeps everything. */
  readonly pattern: Pattern | undefined;
}

/** Buses kept compiled: those in use. */
const BUSES_CACHED_MAX = 128;
/** More than a bus can have. */
const RULES_READ_MAX = 1000;

type Cached = BusRules & { readonly revision: string };

const compiledBuses = perStorage(() => createBoundedCache<Cached>(BUSES_CACHED_MAX));

/**
 * The rules and archives of a bus. Compiled once for each revision of the bus; a revision is never used again, so one
 * that was rolled back does no harm.
 */
export async function busRules(
  reader: Reader,
  { storage }: Pick<Platform, 'storage'>,
  bus: EventBusRow,
): Promise<BusRules> {
  const cache = compiledBuses.of(storage);
  const known = cache.get(bus.arn);
  if (known?.revision === bus.revision) return known;
  const [rules, targets, archives] = [
    await listRules(reader, bus.arn, '', '', RULES_READ_MAX),
    await listTargetsOfBus(reader, bus.arn),
    await listArchivesOfBus(reader, bus.arn),
  ];
  const compiled = {
    revision: bus.revision,
    rules: rules.flatMap((rule) => compileRule(rule, targets)),
    archives: archives.map(compileArchive),
  };
  cache.set(bus.arn, compiled);
  return compiled;
}

function compileRule(rule: RuleRow, targets: readonly TargetRow[]): CompiledRule[] {
  if (rule.event_pattern === null) return [];
  return [
    {
      arn: rule.arn,
      enabled: rule.state !== 'DISABLED',
      pattern: compilePattern(rule.event_pattern),
      targets: targets.filter(({ rule_arn }) => rule_arn === rule.arn),
    },
  ];
}

const compileArchive = ({ id, event_pattern }: ArchiveRow): CompiledArchive => ({
  id,
  pattern: event_pattern === null ? undefined : compilePattern(event_pattern),
});
