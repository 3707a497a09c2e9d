import { PolicySyntaxError } from './syntax-error.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of the document, or a `PolicySyntaxError` that names the element. */
export function readObject(value: unknown, element: string): Record<string, unknown> {
  if (isObject(value)) return value;
  throw new PolicySyntaxError(`Invalid policy syntax: ${element} must be an object.`);
}

/**
 * A value or a list of values; numbers and booleans become text. Values of one key may be given
 * alone instead of in a list. `empty` allows a list without any, which in a condition matches
 * nothing.
 */
export function readStrings(
  value: unknown,
  element: string,
  { empty = false }: { readonly empty?: boolean } = {},
): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > 0 || empty) {
    const texts = values.map(readText);
    if (texts.every((text) => text !== undefined)) return texts;
  }
  throw new PolicySyntaxError(
    `Invalid policy syntax: ${element} must be a string or a list of strings.`,
  );
}

function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
