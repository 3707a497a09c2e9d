import { Cron } from 'croner';
import {
  DAYS_OF_MONTH,
  DAYS_OF_WEEK,
  fieldNumber,
  fieldNumbers,
  HOURS,
  MINUTES,
  MONTHS,
  YEARS,
} from './cron-field.ts';

/**
 * Reads AWS's six fields (minutes, hours, day of month, month, day of week, year; UTC) and rewrites
 * them for croner, which counts days of the week from 0 and knows no named or wrapping ranges as
 * AWS has them. Exactly one of the two day fields is `?`. `undefined` when AWS would refuse the
 * text.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function parseCron(text: string): Cron | undefined {
  const fields = text.split(' ');
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length !== 6 || (dayOfMonth === '?') === (dayOfWeek === '?')) return undefined;
  const rewritten = [
    '0',
    list(fieldNumbers(MINUTES, minutes)),
    list(fieldNumbers(HOURS, hours)),
    rewriteDayOfMonth(dayOfMonth),
    list(fieldNumbers(MONTHS, month)),
    rewriteDayOfWeek(dayOfWeek),
    year === '*' ? '*' : list(fieldNumbers(YEARS, year)),
  ];
  if (rewritten.includes(undefined)) return undefined;
  return new Cron(rewritten.join(' '), { timezone: 'UTC' });
}

const list = (numbers: readonly number[] | undefined): string | undefined => numbers?.join(',');

/** `L` is the last day, `15W` the weekday nearest to the 15th within the month. */
function rewriteDayOfMonth(text: string): string | undefined {
  if (text === '?') return '*';
  if (text === 'L') return 'L';
  const nearest = /^(\d+)W$/.exec(text)?.[1];
  if (nearest === undefined) return list(fieldNumbers(DAYS_OF_MONTH, text));
  const day = fieldNumber(DAYS_OF_MONTH, nearest);
  return day === undefined ? undefined : `${day}W`;
}

/** `6L` is the last Friday of the month, `SAT#3` its third Saturday, `L` every Saturday. */
function rewriteDayOfWeek(text: string): string | undefined {
  if (text === '?') return '*';
  if (text === 'L') return crondayOf(DAYS_OF_WEEK.max);
  const { day, ordinal, last } =
    /^(?<day>\w+?)(?:#(?<ordinal>[1-5])|(?<last>L))$/.exec(text)?.groups ?? {};
  if (day !== undefined && (ordinal ?? last) !== undefined) {
    const number = fieldNumber(DAYS_OF_WEEK, day);
    return number === undefined ? undefined : `${crondayOf(number)}#${ordinal ?? 'L'}`;
  }
  return fieldNumbers(DAYS_OF_WEEK, text)?.map(crondayOf).join(',');
}

/** Sunday is 1 in AWS and 0 in croner. */
const crondayOf = (day: number): string => String(day - 1);
