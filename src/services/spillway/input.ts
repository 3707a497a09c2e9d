import { AwsError } from '../../aws/error.ts';

/** Members of an input as they come: text from a query, any JSON from a body. */
export type Given = unknown;

/**
 * For operations that change something: what is misspelt would otherwise make them change more. Throws InvalidInput.
 */
export function refuseOthers<Input extends object>(
  input: Input,
  known: readonly (keyof Input & string)[],
): void {
  const other = Object.keys(input).find((name) => !known.some((each) => each === name));
  if (other !== undefined)
    throw new AwsError('InvalidInput', `${other} is not known here; give ${known.join(', ')}`);
}

/** Entries of one page: as asked for, otherwise `fallback`. Throws InvalidInput. */
export function readLimit(given: Given, fallback: number, max: number): number {
  const limit = readNumber('limit', given) ?? fallback;
  if (limit >= 1 && limit <= max) return limit;
  throw invalidInput('limit', given, `a number from 1 to ${max}`);
}

/** An id of a row, or `undefined` when there is none. Throws InvalidInput. */
export const readNumber = (member: string, given: Given): number | undefined => {
  const text = readText(member, given);
  if (text === undefined) return undefined;
  if (/^\d{1,16}$/.test(text)) return Number(text);
  throw invalidInput(member, given, 'a whole number');
};

/** The empty text counts as none. Throws InvalidInput. */
export function readText(member: string, given: Given): string | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given === 'string') return given;
  if (typeof given === 'number' || typeof given === 'boolean') return String(given);
  throw invalidInput(member, given, 'text');
}

export function requireText(member: string, given: Given): string {
  const text = readText(member, given);
  if (text === undefined) throw new AwsError('MissingInput', `${member} is missing`);
  return text;
}

export function readOneOf<Value extends string>(
  member: string,
  given: Given,
  values: readonly Value[],
): Value | undefined {
  const text = readText(member, given);
  const value = values.find((each) => each === text);
  if (text !== undefined && value === undefined)
    throw invalidInput(member, given, `one of ${values.join(', ')}`);
  return value;
}

const AGO_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * A point in time: `2026-05-01T12:00:00Z`, milliseconds since 1970, or how long ago: `15m`, `2h`,
 * `1d`. In milliseconds. Throws InvalidInput.
 */
export function readTime(member: string, given: Given, now: number): number | undefined {
  const text = readText(member, given);
  if (text === undefined) return undefined;
  const [, count, unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * (AGO_MS[unit] ?? 0);
  const at = /^\d{10,16}$/.test(text) ? Number(text) : Date.parse(text);
  if (!Number.isNaN(at)) return at;
  throw invalidInput(member, given, 'a time such as 2026-05-01T12:00:00Z, or 15m, 2h, 1d ago');
}

/**
 * `s3:ObjectCreated:*`, `ObjectCreated:Put`: as the journal is searched, a family by what it begins
 * with.
 */
export const readEventName = (member: string, given: Given): string | undefined =>
  readText(member, given)?.replace(/^s3:/, '').replace(/\*$/, '');

export const invalidInput = (member: string, given: Given, want: string): AwsError =>
  new AwsError('InvalidInput', `${member} is ${JSON.stringify(given)}; give ${want}`);

export const notFound = (what: string): AwsError => new AwsError('NotFound', what, { status: 404 });
