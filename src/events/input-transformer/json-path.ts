/**
 * A path into an event, as EventBridge understands JSONPath: `$.detail.items[0].name`, `['a key']`,
 * `[*]` and `.*`. No filters, slices or descent.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export type JsonPath = readonly Step[];

/** A field by name, an element by number, or all of either. */
type Step = string | number | typeof ALL;

const ALL = Symbol('*');

const STEP = /\.(?<name>[^.[\]*'"\s]+)|\[(?<index>\d{1,9})\]|\[(['"])(?<key>.*?)\3\]|\.\*|\[\*\]/y;

/** `undefined` when the text is not such a path. */
export function parseJsonPath(text: string): JsonPath | undefined {
  if (!text.startsWith('$')) return undefined;
  const steps: Step[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const groups = STEP.exec(text);
    if (!groups) return undefined;
    const { name, index, key } = groups.groups ?? {};
    steps.push(index === undefined ? (name ?? key ?? ALL) : Number(index));
  }
  return steps;
}

/**
 * What stands at the path: a JSON value, or `undefined` when nothing does. With a `*` on the way it
 * is the list of everything found.
 */
export function valueAt(path: JsonPath, value: unknown): unknown {
  let found: unknown[] = [value];
  for (const step of path) found = found.flatMap((holder) => follow(step, holder));
  return path.includes(ALL) && found.length > 0 ? found : found[0];
}

function follow(step: Step, holder: unknown): unknown[] {
  if (typeof holder !== 'object' || holder === null) return [];
  if (step === ALL) return Object.values(holder);
  if (typeof step === 'number' && !Array.isArray(holder)) return [];
  const own = Object.getOwnPropertyDescriptor(holder, step);
  return own?.enumerable ? [own.value] : [];
}
