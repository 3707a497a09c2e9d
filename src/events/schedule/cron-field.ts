/** A field of a cron expression: its range, and names that stand for numbers. */
export interface CronField {
  readonly min: number;
  readonly max: number;
  /** The number of the first name is `min`. */
  readonly names?: readonly string[];
  /** A range may run over the end: `FRI-MON`. */
  readonly wraps?: true;
}

export const MINUTES: CronField = { min: 0, max: 59, wraps: true };
export const HOURS: CronField = { min: 0, max: 23, wraps: true };
export const DAYS_OF_MONTH: CronField = { min: 1, max: 31, wraps: true };
export const MONTHS: CronField = {
  min: 1,
  max: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  wraps: true,
};
/** Sunday is 1, unlike in other crons. */
export const DAYS_OF_WEEK: CronField = {
  min: 1,
  max: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
  wraps: true,
};
export const YEARS: CronField = { min: 1970, max: 2199 };

/**
 * The numbers that `*`, `1`, `1-5`, `0/15`, `1-20/5` and lists of them stand for, or `undefined`.
 */
export function fieldNumbers(field: CronField, text: string): number[] | undefined {
  const numbers = new Set<number>();
  for (const item of text.split(',')) {
    const found = itemNumbers(field, item);
    if (!found) return undefined;
    for (const number of found) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}

const ITEM = /^(?<from>\*|\w+)(?:-(?<to>\w+))?(?:\/(?<step>\d{1,4}))?$/;

function itemNumbers(field: CronField, item: string): number[] | undefined {
  const { from, to, step } = ITEM.exec(item)?.groups ?? {};
  if (from === undefined || (from === '*' && to !== undefined)) return undefined;
  const first = from === '*' ? field.min : fieldNumber(field, from);
  // `5/15` counts from 5 to the end of the field.
  const open = from === '*' || step !== undefined;
  const last = to === undefined ? (open ? field.max : first) : fieldNumber(field, to);
  const by = step === undefined ? 1 : Number(step);
  if (first === undefined || last === undefined || by < 1) return undefined;
  if (first > last && !field.wraps) return undefined;
  const size = field.max - field.min + 1;
  const count = Math.floor((first > last ? last + size - first : last - first) / by) + 1;
  return Array.from(
    { length: count },
    (_, at) => ((first - field.min + at * by) % size) + field.min,
  );
}

/** One number or name of the field. */
export function fieldNumber(field: CronField, text: string): number | undefined {
  const name = field.names?.indexOf(text.toUpperCase()) ?? -1;
  if (name >= 0) return field.min + name;
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= field.min && number <= field.max ? number : undefined;
}
