/** Tells the messages that somebody looks for from all others. */
export type LogFilter = (message: string) => boolean;

/** The pattern is none, or of a kind that is not offered. */
export class LogFilterError extends Error {
  override name = 'LogFilterError';
}

/** A term, or a phrase in quotes, after a sign: `?` for one of several, `-` for none of these. */
const TERM = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|(\w+))(?=\s|$)/y;

/**
 * Compiles a filter pattern for text: all plain terms must occur, none of those after `-`, and,
 * where nothing else is asked for, one of those after `?`. Throws LogFilterError.
 *
 * Deviation from AWS: patterns for JSON (`{...}`), for columns (`[...]`) and regular expressions
 * (`%...%`) are refused.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function compileLogFilter(pattern: string): LogFilter {
  const text = pattern.trim();
  if (/^[{[%]/.test(text))
    throw new LogFilterError('patterns for JSON, for columns and in %...% are not supported here');
  const terms: Record<'' | '?' | '-', string[]> = { '': [], '?': [], '-': [] };
  TERM.lastIndex = 0;
  while (TERM.lastIndex < text.length) {
    const [, sign = '', phrase, word = ''] = TERM.exec(text) ?? fail();
    terms[sign as '' | '?' | '-'].push(phrase?.replaceAll(/\\(.)/g, '$1') ?? word);
  }
  const { '': all, '-': none, '?': some } = terms;
  return (message) =>
    all.every((term) => message.includes(term)) &&
    !none.some((term) => message.includes(term)) &&
    (all.length > 0 || some.length === 0 || some.some((term) => message.includes(term)));
}

function fail(): never {
  throw new LogFilterError('terms with other characters than letters and digits need quotes');
}
