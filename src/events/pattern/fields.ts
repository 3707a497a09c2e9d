import type { JsonLeaf } from './json-node.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isLeaf = (value: unknown): value is JsonLeaf =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean';

/**
 * What a pattern sees at a value: the value, or the elements of a list and of the lists in it, in
 * order. Without recursion, because an event may nest lists as deep as it is long.
 */
export function elementsOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [value];
  const elements: unknown[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (let at = next.length - 1; at >= 0; at--) waiting.push(next[at]);
    else elements.push(next);
  }
  return elements;
}

/**
 * The field of an object under the first segment of a path. Dots in an event's keys join as in a
 * pattern's: `{"state.status": 1}` has a field `state`, an object with the field `status`.
 */
export function fieldOf(object: JsonObject, segment: string): unknown {
  const plain = Object.hasOwn(object, segment) ? object[segment] : undefined;
  const prefix = `${segment}.`;
  let dotted: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    if (!key.startsWith(prefix)) continue;
    dotted ??= Object.create(null) as Record<string, unknown>;
    dotted[key.slice(prefix.length)] = object[key];
  }
  if (!dotted) return plain;
  return plain === undefined ? dotted : merge(plain, dotted);
}

/** Both values of one field, spelt in two ways in the event. Where they clash, either may match. */
function merge(left: unknown, right: unknown): unknown {
  if (!isObject(left) || !isObject(right)) return [left, right];
  const merged: Record<string, unknown> = Object.assign(Object.create(null), left);
  for (const [key, value] of Object.entries(right)) put(merged, key, value);
  return merged;
}

/** Two objects under one key are joined by dots, to be taken apart when a path leads there. */
function put(merged: Record<string, unknown>, key: string, value: unknown): void {
  const known = merged[key];
  if (!(key in merged)) merged[key] = value;
  else if (!isObject(known) || !isObject(value)) merged[key] = [known, value];
  else for (const [inner, field] of Object.entries(value)) put(merged, `${key}.${inner}`, field);
}

/** Every string, number, boolean and null at the path, through all lists on the way. */
export function leavesAt(value: unknown, segments: readonly string[], from = 0): JsonLeaf[] {
  const segment = segments[from];
  return elementsOf(value).flatMap((element) => {
    if (segment === undefined) return isLeaf(element) ? [element] : [];
    return isObject(element) ? leavesAt(fieldOf(element, segment), segments, from + 1) : [];
  });
}
