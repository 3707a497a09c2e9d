/** Milliseconds of `90`, `1500 ms`, `2 minutes`, `1 h`, `3 days`: numbers alone are milliseconds. */
export type Duration = number | string;

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  s: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
};

/** `undefined` when the text is no duration. */
export function parseDuration(duration: Duration): number | undefined {
  if (typeof duration === 'number') return duration >= 0 ? Math.round(duration) : undefined;
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(duration);
  if (!match) return undefined;
  const unit = (match[2] ?? '').toLowerCase();
  const perUnit = unit === '' ? 1 : (UNITS[unit] ?? UNITS[unit.replace(/s$/, '')]);
  return perUnit === undefined ? undefined : Math.round(Number(match[1]) * perUnit);
}
