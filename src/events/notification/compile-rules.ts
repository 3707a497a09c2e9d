import { keyText } from './key-filter.ts';
import type { NotificationRule } from './rules.ts';

/** The rules of one bucket, ready to be asked on every change. */
export interface CompiledRules {
  /** The rules that a change goes to; `key` is the object's, not encoded. */
  match(eventName: string, key: string): NotificationRule[];
}

/**
 * Indexes rules by event, then by prefix, then by suffix. A change is looked up once for each
 * length of prefix and of suffix that occurs, so that a thousand rules cost hardly more than one.
 */
export function compileRules(rules: readonly NotificationRule[]): CompiledRules {
  const byEvent = new Map<string, PrefixIndex>();
  for (const rule of rules) {
    for (const event of rule.events) {
      const prefixes = entryOf(byEvent, event, newIndex<SuffixIndex>);
      const suffixes = add(prefixes, keyText(rule.prefix), newIndex<NotificationRule[]>);
      add(suffixes, keyText(rule.suffix), () => []).push(rule);
    }
  }
  return {
    match(eventName, key) {
      const prefixes = byEvent.get(eventName);
      if (!prefixes) return [];
      return lookUp(prefixes, key.length, (length) => key.slice(0, length)).flatMap((suffixes) =>
        lookUp(suffixes, key.length, (length) => key.slice(key.length - length)).flat(),
      );
    },
  };
}

/** Texts of a few lengths, and what belongs to each. */
interface AffixIndex<T> {
  readonly lengths: Set<number>;
  readonly byText: Map<string, T>;
}
type PrefixIndex = AffixIndex<SuffixIndex>;
type SuffixIndex = AffixIndex<NotificationRule[]>;

const newIndex = <T>(): AffixIndex<T> => ({ lengths: new Set(), byText: new Map() });

function add<T>(index: AffixIndex<T>, text: string, make: () => T): T {
  index.lengths.add(text.length);
  return entryOf(index.byText, text, make);
}

function lookUp<T>(
  { lengths, byText }: AffixIndex<T>,
  lengthMax: number,
  affix: (length: number) => string,
): T[] {
  const found: T[] = [];
  for (const length of lengths) {
    if (length > lengthMax) continue;
    const entry = byText.get(affix(length));
    if (entry !== undefined) found.push(entry);
  }
  return found;
}

function entryOf<T>(map: Map<string, T>, name: string, make: () => T): T {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}
