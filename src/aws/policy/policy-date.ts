const EPOCH_SECONDS_MAX = 9_223_372_036_854_775_807n;

/** Date, time and zone of ISO 8601, each of which may end early. */
const DATE = /^(-?\d{1,9})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const TIME =
  /^(?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?)?(z|[+-]\d\d(?::\d\d)?)?$/;

/**
 * The moment that a date of a policy or a request means, in milliseconds: seconds since 1970 or ISO
 * 8601, with `Z` where no zone is given; a number of four digits is a year. Moments that no clock
 * here reaches are infinite. `undefined` for what is no date.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function readPolicyDate(text: string): number | undefined {
  if (/^(?:\d{1,3}|\d{5,19})$/.test(text))
    return BigInt(text) <= EPOCH_SECONDS_MAX ? Number(text) * 1000 : undefined;
  const [date = '', time = '', ...more] = text.toLowerCase().split('t');
  const days = DATE.exec(date);
  const clock = TIME.exec(time);
  if (!days || !clock || more.length > 0) return undefined;
  const [year = 0, month = 1, day = 1] = days.slice(1).map(numberOrAbsent);
  const [hour = 0, minute = 0, second = 0] = clock.slice(1, 4).map(numberOrAbsent);
  const within = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!within || hour > 23 || minute > 59 || second > 59) return undefined;
  const moment = new Date(0).setUTCFullYear(year, month - 1, day);
  if (Number.isNaN(moment)) return Math.sign(year) * Number.POSITIVE_INFINITY;
  const fraction = Number(`0.${clock[4] ?? 0}`);
  const seconds = (hour * 60 + minute) * 60 + second + fraction - zoneSeconds(clock[5]);
  return moment + Math.round(seconds * 1000);
}

const numberOrAbsent = (text: string | undefined) =>
  text === undefined ? undefined : Number(text);

function zoneSeconds(zone = 'z'): number {
  if (zone === 'z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60;
}
