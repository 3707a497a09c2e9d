/**
 * Counters and histograms of this thread, for Prometheus. Counting takes well under a microsecond, so that requests can afford it;
 * all the work is done when somebody looks.
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export interface Counter {
  /** `values` are those of the labels, in order. */
  add(amount: number, ...values: readonly string[]): void;
}

export interface Histogram {
  observe(value: number, ...values: readonly string[]): void;
}

interface Description {
  readonly name: string;
  readonly help: string;
  /** Names of the labels. Their values must come from a set that does not grow with use. */
  readonly labels: readonly string[];
}

/** Beyond so many combinations of values a family counts the others together. */
const SERIES_MAX = 1000;
const OTHER = 'other';
/** No value of a label holds it. */
const SEPARATOR = '\u0000';

const families = new Map<string, () => string>();

export function createCounter(description: Description): Counter {
  const { of, all } = series(description, () => ({ total: 0 }));
  families.set(description.name, () =>
    family(
      description,
      'counter',
      all().map(([labels, { total }]) => `${description.name}${labels()} ${total}`),
    ),
  );
  return {
    add(amount, ...values) {
      of(values).total += amount;
    },
  };
}

/** `bounds` are the upper ends of the buckets, ascending. */
export function createHistogram(
  description: Description & { readonly bounds: readonly number[] },
): Histogram {
  const { name, bounds } = description;
  const { of, all } = series(description, () => ({
    sum: 0,
    counts: new Array<number>(bounds.length + 1).fill(0),
  }));
  families.set(name, () =>
    family(
      description,
      'histogram',
      all().flatMap(([labels, { sum, counts }]) => {
        let count = 0;
        const buckets = counts.map((each, index) => {
          count += each;
          return `${name}_bucket${labels(['le', String(bounds[index] ?? '+Inf')])} ${count}`;
        });
        return [...buckets, `${name}_sum${labels()} ${sum}`, `${name}_count${labels()} ${count}`];
      }),
    ),
  );
  return {
    observe(value, ...values) {
      const one = of(values);
      one.sum += value;
      const bucket = bounds.findIndex((bound) => value <= bound);
      const index = bucket < 0 ? bounds.length : bucket;
      one.counts[index] = (one.counts[index] ?? 0) + 1;
    },
  };
}

/** Everything counted in this thread, by the name of its family. */
export const renderMetrics = (): ReadonlyMap<string, string> =>
  new Map([...families].map(([name, render]) => [name, render()]));

/** What is known only when somebody asks. */
export const renderGauge = (
  description: Description,
  samples: readonly (readonly [values: readonly string[], value: number])[],
): string =>
  family(
    description,
    'gauge',
    samples.map(
      ([values, value]) => `${description.name}${labelText(description, values)} ${value}`,
    ),
  );

type LabelText = (more?: readonly [name: string, value: string]) => string;

/** The values of a family by those of its labels. */
function series<Value>(description: Description, create: () => Value) {
  const known = new Map<string, Value>();
  const find = (key: string) => {
    let value = known.get(key);
    if (value === undefined) {
      value = create();
      known.set(key, value);
    }
    return value;
  };
  return {
    of(values: readonly string[]): Value {
      const key = values.join(SEPARATOR);
      const full = known.size >= SERIES_MAX && !known.has(key);
      return find(full ? values.map(() => OTHER).join(SEPARATOR) : key);
    },
    all: (): [LabelText, Value][] =>
      [...known].map(([key, value]) => [
        (more) => labelText(description, key.split(SEPARATOR), more),
        value,
      ]),
  };
}

const family = (
  { name, help }: Description,
  type: 'counter' | 'gauge' | 'histogram',
  lines: readonly string[],
) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.map((line) => `${line}\n`).join('')}`;

function labelText(
  { labels }: Description,
  values: readonly string[],
  more?: readonly [name: string, value: string],
): string {
  const pairs = labels.map((label, index) => [label, values[index] ?? ''] as const);
  if (more) pairs.push(more);
  if (pairs.length === 0) return '';
  return `{${pairs.map(([label, value]) => `${label}="${escaped(value)}"`).join(',')}}`;
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
