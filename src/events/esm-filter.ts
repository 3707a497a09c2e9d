import { AwsError } from '../aws/error.ts';
import {
  compilePatternText,
  type Explanation,
  explainPattern,
  matchPattern,
  type Pattern,
  PatternError,
} from './pattern/index.ts';

/** How many filters one event source mapping may have. */
const FILTERS_MAX = 5;
/** The length of one filter's pattern, in characters. */
const PATTERN_CHARACTERS_MAX = 4096;

/** A record as Lambda hands it to a function; filters see its members under these names. */
export interface FilteredRecord {
  readonly body: string;
}

/**
 * Compiles `FilterCriteria.Filters[].Pattern` of an event source mapping. Throws
 * `InvalidParameterValueException`.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 *
 * Deviation from AWS: `cidr`, `wildcard` and the operators inside `anything-but` are understood
 * here too, although Lambda's documentation does not list them.
 */
export function compileEsmFilters(patterns: readonly string[]): Pattern[] {
  if (patterns.length > FILTERS_MAX) throw refusal();
  return patterns.map((text) => {
    if (text.length > PATTERN_CHARACTERS_MAX) throw refusal();
    try {
      return compilePatternText(text);
    } catch (error) {
      if (error instanceof PatternError) throw refusal(error);
      throw error;
    }
  });
}

const refusal = (cause?: PatternError) =>
  new AwsError('InvalidParameterValueException', 'Invalid filter pattern definition.', { cause });

/** Whether the function is to get the record: it matches one of the filters, or there are none. */
export function matchEsmFilters(filters: readonly Pattern[], record: FilteredRecord): boolean {
  if (filters.length === 0) return true;
  const event = eventOf(record);
  return filters.some((filter) => matchPattern(filter, event));
}

/** Why the record is dropped: what each filter says of it. */
export function explainEsmFilters(
  filters: readonly Pattern[],
  record: FilteredRecord,
): Explanation {
  if (matchEsmFilters(filters, record)) return { matched: true };
  const event = eventOf(record);
  const failures = filters
    .map((filter) => explainPattern(filter, event))
    .filter((explanation) => !explanation.matched);
  return {
    matched: false,
    path: failures[0]?.path ?? '',
    reason: failures.map(({ reason }) => reason).join('; and '),
  };
}

/**
 * A body that is a JSON object is filtered as one, any other as the text that it is; so a filter
 * for the other kind of body drops the message.
 */
function eventOf(record: FilteredRecord): object {
  return { ...record, body: parseBody(record.body) };
}

function parseBody(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : body;
  } catch {
    return body; // plain text is as good a body as JSON
  }
}
