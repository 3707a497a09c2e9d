import { createBoundedCache } from '../lib/bounded-cache.ts';

/**
 * Faults on the way of an event, for tests of what receives it: at-least-once delivery in its bad moments, on purpose and reproducible. They act
 * on deliveries, never on what clients ask of the server.
 */
export interface FaultRule {
  readonly kind: FaultKind;
  /** Only deliveries to this destination: an ARN or URL, `*` for any run of characters. All when left out. */
  readonly destination?: string | undefined;
  /** Only deliveries owed by this rule: configuration id, subscription ARN, rule ARN. `*` as above. */
  readonly rule?: string | undefined;
  /** How many tries it strikes, 1 when left out. */
  readonly times?: number | undefined;
  /** The share of tries that it strikes, by the seed; 1 when left out. */
  readonly probability?: number | undefined;
  /** For `delay` (exactly so long) and `reorder` (up to so long). */
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
}

export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  list(): readonly FaultRule[];
  /** Whether any rule may strike there: such deliveries take the relay, where faults are. */
  concern(aim: Omit<Aim, 'delivery'>): boolean;
  /** The fault that strikes this try, if one does. */
  strike(aim: Aim): Strike | undefined;
  /** Runs what hangs, counted while it does. */
  hang(wait: () => Promise<void>): Promise<void>;
  /** Deliveries that hang now. */
  hanging(): number;
}

export const FAULT_RULES_MAX = 100;
const DELAY_MS = 1000;

/** `random` is uniform in [0, 1); seeded, a run repeats exactly. */
export function createFaults(random: () => number): Faults {
  let hanging = 0;
  const heldBack = new Set<number>();
  let rules: { readonly rule: FaultRule; left: number }[] = [];
  const aimed = ({ rule, left }: (typeof rules)[number], aim: Omit<Aim, 'delivery'>) =>
    left > 0 && fits(rule.destination, aim.destination) && fits(rule.rule, aim.rule);
  return {
    add(rule) {
      if (rules.length >= FAULT_RULES_MAX)
        throw new RangeError(`more than ${FAULT_RULES_MAX} fault rules`);
      rules.push({ rule, left: rule.times ?? 1 });
    },
    clear() {
      rules = [];
      heldBack.clear();
    },
    list: () => rules.map(({ rule }) => rule),
    concern: (aim) => rules.some((each) => aimed(each, aim)),
    strike(aim) {
      for (const each of rules) {
        const { kind, probability = 1, delayMs = DELAY_MS } = each.rule;
        const holdsBack = kind === 'delay' || kind === 'reorder';
        if (
          !aimed(each, aim) ||
          (holdsBack && heldBack.has(aim.delivery)) ||
          random() >= probability
        )
          continue;
        each.left--;
        if (holdsBack) heldBack.add(aim.delivery);
        return { kind, delayMs: kind === 'reorder' ? Math.round(random() * delayMs) : delayMs };
      }
      return undefined;
    },
    async hang(wait) {
      hanging++;
      await wait().finally(() => hanging--);
    },
    hanging: () => hanging,
  };
}

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
  new RegExp(`^${pattern.split('*').map(escapeRegExp).join('.*')}$`, 's');
const escapeRegExp = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
