import { AwsError } from '../aws/error.ts';
import { createBoundedCache } from '../lib/bounded-cache.ts';
import type { Clock } from '../lib/clock.ts';
import { seededRandomness } from '../lib/ids.ts';

/**
 * Faults on the way of an event, for tests of what receives it: at-least-once delivery in its bad moments, on purpose and reproducible. They act
 * on deliveries and on the batches of event source mappings, never on what clients ask of the server.
 */
export interface FaultRule {
  readonly kind: FaultKind;
  /** Only what goes there: an ARN, the URL of an HTTP subscriber, `smtp` for mail; `*` for any run of characters. All when left out. */
  readonly destination?: string | undefined;
  /**
   * Only what is owed because of this: the id of a notification configuration, the ARN of a subscription, rule or function, the UUID of an
   * event source mapping. `*` as above.
   */
  readonly rule?: string | undefined;
  /** How many tries it strikes, 1 when left out. */
  readonly times?: number | undefined;
  /** The share of tries that it strikes, by the seed; 1 when left out. */
  readonly probability?: number | undefined;
  /** For `delay` (exactly so long) and `reorder` (up to so long); a second when left out. */
  readonly delayMs?: number | undefined;
}

/**
 * `duplicate`: it arrives twice. `delay`, `reorder`: it is held back, all alike or each by a random time. `drop-acknowledgement`: it arrives, but the
 * answer is lost, so it is delivered again. `error`: the destination answers 500. `hang`: the destination does not answer.
 */
export const FAULT_KINDS = [
  'duplicate',
  'delay',
  'reorder',
  'drop-acknowledgement',
  'error',
  'hang',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What strikes one try. */
export interface Strike {
  readonly kind: FaultKind;
  readonly delayMs: number;
}

/** What a fault is aimed at. */
export interface Aim {
  readonly destination: string;
  readonly rule: string;
  /** The delivery: it is held back once at most. */
  readonly delivery: number;
  /** What is delivered: chance is drawn for it by itself. */
  readonly event: number;
}

export interface Faults {
  /** Throws ValidationException. */
  add(rule: FaultRule): void;
  clear(): void;
  list(): readonly FaultRule[];
  /** Whether any rule may strike there: such deliveries take the relay, where faults are. */
  concern(aim: Pick<Aim, 'destination' | 'rule'>): boolean;
  /** The fault that strikes this try, if one does. */
  strike(aim: Aim): Strike | undefined;
  /** Waits for `ms` because of a fault. Answers false when the server stops before. */
  hang(clock: Clock, ms: number): Promise<boolean>;
  /** How much waits in that way now. */
  hanging(): number;
  /** Ends all waiting: the server stops. */
  end(): void;
}

export const FAULT_RULES_MAX = 100;
const DELAY_MS = 1000;
const DELAY_MS_MAX = 24 * 60 * 60 * 1000;
const PATTERN_LENGTH_MAX = 2048;
/** Events, and destinations, that chance is remembered for. */
const CHANCES_MAX = 10_000;

/**
 * Chance is drawn for each event at each destination by itself: for the first that is tried there, the second, and so on. So a run
 * repeats with its seed as long as the events come in the same order, however their retries and duplicates are mixed.
 */
export function createFaults(seed: number): Faults {
  let ended = false;
  const hanging = new Set<() => void>();
  const heldBack = new Set<number>();
  let rules: { readonly rule: FaultRule; left: number }[] = [];
  let eventsAt = createBoundedCache<number>(CHANCES_MAX);
  let chances = createBoundedCache<() => number>(CHANCES_MAX);

  const chanceOf = ({ destination, event }: Aim): (() => number) => {
    const known = chances.get(`${destination} ${event}`);
    if (known) return known;
    const place = eventsAt.get(destination) ?? 0;
    eventsAt.set(destination, place + 1);
    const { random } = seededRandomness(seed ^ hashOf(`${destination} ${place}`));
    chances.set(`${destination} ${event}`, random);
    return random;
  };
  const aimed = ({ rule, left }: (typeof rules)[number], aim: Pick<Aim, 'destination' | 'rule'>) =>
    left > 0 && fits(rule.destination, aim.destination) && fits(rule.rule, aim.rule);
  return {
    add(rule) {
      check(rule);
      rules = rules.filter(({ left }) => left > 0);
      if (rules.length >= FAULT_RULES_MAX)
        throw invalid(`There are ${FAULT_RULES_MAX} fault rules at most.`);
      rules.push({ rule, left: rule.times ?? 1 });
    },
    clear() {
      rules = [];
      heldBack.clear();
      eventsAt = createBoundedCache(CHANCES_MAX);
      chances = createBoundedCache(CHANCES_MAX);
    },
    list: () =>
      rules.filter(({ left }) => left > 0).map(({ rule, left }) => ({ ...rule, times: left })),
    concern: (aim) => rules.some((each) => aimed(each, aim)),
    strike(aim) {
      for (const each of rules) {
        const { kind, probability = 1, delayMs = DELAY_MS } = each.rule;
        const holdsBack = kind === 'delay' || kind === 'reorder';
        if (!aimed(each, aim) || (holdsBack && heldBack.has(aim.delivery))) continue;
        const chance = chanceOf(aim);
        if (chance() >= probability) continue;
        each.left--;
        if (holdsBack) heldBack.add(aim.delivery);
        return { kind, delayMs: kind === 'reorder' ? Math.round(chance() * delayMs) : delayMs };
      }
      return undefined;
    },
    hang: (clock, ms) =>
      new Promise((resolve) => {
        if (ended) return resolve(false);
        const wake = () => {
          // At once: whoever looks next sees it going on.
          hanging.delete(wake);
          cancel();
          resolve(!ended);
        };
        hanging.add(wake);
        const cancel = clock.at(clock.now() + ms, wake);
      }),
    hanging: () => hanging.size,
    end() {
      ended = true;
      for (const wake of hanging) wake();
    },
  };
}

/** Rules come from tests in any language. */
function check({ kind, destination, rule, times, probability, delayMs }: FaultRule): void {
  if (!FAULT_KINDS.includes(kind)) throw invalid(`kind must be one of ${FAULT_KINDS.join(', ')}.`);
  for (const pattern of [destination, rule])
    if (pattern !== undefined && !isPattern(pattern))
      throw invalid('destination and rule must be text.');
  if (times !== undefined && !(Number.isInteger(times) && times >= 1))
    throw invalid('times must be a whole number from 1.');
  if (probability !== undefined && !(probability >= 0 && probability <= 1))
    throw invalid('probability must be a number from 0 to 1.');
  if (delayMs !== undefined && !(delayMs >= 0 && delayMs <= DELAY_MS_MAX))
    throw invalid(`delayMs must be a number from 0 to ${DELAY_MS_MAX}.`);
}

const isPattern = (pattern: unknown) =>
  typeof pattern === 'string' && pattern.length <= PATTERN_LENGTH_MAX;
const invalid = (message: string) => new AwsError('ValidationException', message);

const PATTERNS_MAX = 200;
const patterns = createBoundedCache<RegExp>(PATTERNS_MAX);

function fits(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined || pattern === '*') return true;
  const known = patterns.get(pattern);
  if (known) return known.test(text);
  const compiled = compile(pattern);
  patterns.set(pattern, compiled);
  return compiled.test(text);
}

const compile = (pattern: string) =>
  new RegExp(`^${pattern.split(/\*+/).map(escapeRegExp).join('.*')}$`, 's');
const escapeRegExp = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
