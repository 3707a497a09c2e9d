import { expandEventName } from '../s3/names.ts';
import type { ConfigurationEntry } from './entries.ts';
import { ambiguouslyDefined, configurationsOverlap } from './errors.ts';
import { keyFilter, keyText } from './key-filter.ts';

/**
 * No change may go to two destinations: two configurations that share an event must differ in the
 * prefix or in the suffix so that no key fits both. Throws `InvalidArgument`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
 *
 * Deviation from AWS: one folder may feed two kinds of destination, one of them with a suffix: a queue gets all of
 * `uploads/`, a function the `.jpg` among them (`docs/decisions/0022-two-kinds-of-destination.md`).
 */
export function checkOverlap(entries: readonly ConfigurationEntry[]): void {
  const seen: Filtered[] = [];
  for (const entry of entries) {
    const filtered = filteredOf(entry);
    for (const other of seen) {
      if (overlap(filtered, other) && !narrowed(filtered, other)) throw refusal(other, filtered);
    }
    seen.push(filtered);
  }
}

interface Filtered {
  readonly entry: ConfigurationEntry;
  readonly names: ReadonlySet<string>;
  readonly prefix: string;
  readonly suffix: string;
}

function filteredOf(entry: ConfigurationEntry): Filtered {
  const { prefix, suffix } = keyFilter(entry.filter);
  const names = new Set(entry.events.flatMap((event) => expandEventName(event) ?? []));
  return { entry, names, prefix: keyText(prefix), suffix: keyText(suffix) };
}

/** The rule looks at both ends apart, so it also refuses pairs that no key could fit at once. */
const overlap = (a: Filtered, b: Filtered): boolean =>
  [...a.names].some((name) => b.names.has(name)) &&
  (a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix)) &&
  (a.suffix.endsWith(b.suffix) || b.suffix.endsWith(a.suffix));

/** The same folder to another kind of destination, with a suffix on one side only. */
const narrowed = (a: Filtered, b: Filtered): boolean =>
  a.entry.kind !== b.entry.kind &&
  a.prefix !== '' &&
  a.prefix === b.prefix &&
  (a.suffix === '') !== (b.suffix === '');

function refusal(a: Filtered, b: Filtered) {
  if (isFiltered(a) || isFiltered(b)) return ambiguouslyDefined();
  return configurationsOverlap([sharedEvent(a, b), sharedEvent(b, a)]);
}

const isFiltered = ({ prefix, suffix }: Filtered) => prefix !== '' || suffix !== '';

/** The first event of `a` as it is configured that `b` has too. */
const sharedEvent = (a: Filtered, b: Filtered): string =>
  a.entry.events.find((event) => expandEventName(event)?.some((name) => b.names.has(name))) ?? '';
