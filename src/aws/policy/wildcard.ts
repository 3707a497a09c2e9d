/**
 * Text with wildcards: `*` stands for any run of characters, `?` for any single one. Kept as UTF-16
 * code units and two marks, so that a `*` that is meant literally (`${*}`, or part of a policy
 * variable's value) is no wildcard.
 */
export type Pattern = readonly number[];

const ANY_RUN = -1;
const ANY_ONE = -2;

export const literalPattern = (text: string): Pattern =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

export const wildcardPattern = (text: string): Pattern =>
  Array.from({ length: text.length }, (_, i) => {
    if (text[i] === '*') return ANY_RUN;
    return text[i] === '?' ? ANY_ONE : text.charCodeAt(i);
  });

/**
 * Whether the whole text fits the pattern. Goes back to the last `*` only, so the time is at most
 * the product of both lengths, whatever the pattern.
 */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  let p = 0;
  let t = 0;
  let lastRun = -1;
  let resumeAt = 0;
  while (t < text.length) {
    if (pattern[p] === ANY_RUN) {
      lastRun = p++;
      resumeAt = t;
    } else if (pattern[p] === ANY_ONE || pattern[p] === text.charCodeAt(t)) {
      p++;
      t++;
    } else if (lastRun >= 0) {
      p = lastRun + 1;
      t = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[p] === ANY_RUN) p++;
  return p === pattern.length;
}

/**
 * Splits a pattern at a literal character, into at most `partsMax` parts of which the last keeps
 * the rest.
 */
export function splitPattern(pattern: Pattern, separator: string, partsMax: number): Pattern[] {
  const unit = separator.charCodeAt(0);
  const parts: Pattern[] = [];
  let start = 0;
  while (parts.length < partsMax - 1) {
    const end = pattern.indexOf(unit, start);
    if (end < 0) break;
    parts.push(pattern.slice(start, end));
    start = end + 1;
  }
  return [...parts, pattern.slice(start)];
}
