/**
 * The basic ISO 8601 form that signatures are dated with: `20260102T030405Z`.
 */
export const formatRequestTime = (ms: number) =>
  `${new Date(ms).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;

/**
 * Milliseconds since the epoch, or `undefined` for anything but an existing moment in the basic
 * form.
 */
export function parseRequestTime(text: string): number | undefined {
  // Requests come in bursts, and those of one second carry the same text.
  if (text !== last.text) last = { text, ms: parseBasic(text) };
  return last.ms;
}

let last: { readonly text: string; readonly ms: number | undefined } = { text: '', ms: undefined };

function parseBasic(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const ms = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  return formatRequestTime(ms) === text ? ms : undefined;
}

/**
 * The form of HTTP's `Date`: `Fri, 02 Jan 2026 03:04:05 GMT`. The SDK for Python writes the zone as
 * mail does, `-0000`.
 */
export function parseHttpDate(text = ''): number | undefined {
  const ms = / (?:GMT|[+-]0000)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** The extended form without milliseconds, as error members carry it: `2026-01-02T03:04:05Z`. */
export const formatServerTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
