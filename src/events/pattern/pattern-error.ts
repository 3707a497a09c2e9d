/**
 * Why a pattern text was refused. Internal to the events layer: each caller turns it into its
 * service's own error (`InvalidEventPatternException`, `InvalidParameter`), because only the caller
 * knows the code and the wording around it.
 */
export class PatternError extends Error {
  /** `json`: the text is not JSON. `pattern`: it is JSON, but not a pattern. */
  readonly kind: 'json' | 'pattern';
  /** Where reading stood, in characters from the start. Without it AWS names no place. */
  readonly offset: number | undefined;
  /**
   * AWS names the place twice for an error inside a list, because it wraps the exception in
   * another.
   */
  readonly insideList: boolean;

  constructor(reason: string, offset?: number, options: PatternErrorOptions = {}) {
    super(reason);
    this.name = 'PatternError';
    this.offset = offset;
    this.kind = options.kind ?? 'pattern';
    this.insideList = options.insideList ?? false;
  }
}

interface PatternErrorOptions {
  kind?: 'json' | 'pattern';
  insideList?: boolean;
}

/** The reason as AWS prints it, with the place in the text that its JSON reader had reached. */
export function describePatternError(
  error: PatternError,
  text: string,
  describe: DescribeLocation = quotedLocation,
): string {
  if (error.offset === undefined) return error.message;
  const place = `\n at ${describe(text, error.offset)}`;
  return error.message + place + (error.insideList ? place : '');
}

/** How a service names a place in a text: some quote the text, some do not any more. */
export type DescribeLocation = (text: string, offset: number) => string;

/** The length to which AWS's JSON reader (Jackson) cuts the text that it quotes. */
const QUOTED_CHARACTERS_MAX = 500;

/** `[Source: (String)"{...}"; line: 1, column: 5]`, columns counted from 1. */
export const quotedLocation: DescribeLocation = (text, offset) => {
  const left = text.length - QUOTED_CHARACTERS_MAX;
  const source = `"${text.slice(0, QUOTED_CHARACTERS_MAX)}"`;
  const quoted = left > 0 ? `${source}[truncated ${left} chars]` : source;
  return `[Source: (String)${quoted}; ${lineAndColumn(text, offset)}]`;
};

/** The same without the text, as newer versions of that reader write it. */
export const redactedLocation: DescribeLocation = (text, offset) =>
  `[Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); ${lineAndColumn(text, offset)}]`;

function lineAndColumn(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(0, lineStart).split('\n').length;
  return `line: ${line}, column: ${offset - lineStart + 1}`;
}
