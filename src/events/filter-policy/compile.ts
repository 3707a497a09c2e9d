import { AwsError } from '../../aws/error.ts';
import {
  compilePatternText,
  describePatternError,
  type Pattern,
  PatternError,
  redactedLocation,
} from '../pattern/index.ts';
import { checkLimits } from './limits.ts';
import { fiveDecimals } from './numbers.ts';

/** What of a message a filter policy looks at. */
export type FilterPolicyScope = 'MessageAttributes' | 'MessageBody';

/** A compiled filter policy of an SNS subscription. */
export interface FilterPolicy {
  readonly scope: FilterPolicyScope;
  readonly pattern: Pattern;
  /** Whether it compares numbers. */
  readonly numeric: boolean;
}

/**
 * Compiles the `FilterPolicy` attribute of a subscription: the pattern language within SNS's
 * limits. `errorPrefix` is how the calling operation begins its messages, `Invalid parameter: ` or
 * (Subscribe) `Invalid parameter: Attributes Reason: `. The empty text and `{}` are no policy:
 * `undefined`. Throws `InvalidParameter`.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function compileFilterPolicy(
  text: string,
  scope: FilterPolicyScope,
  errorPrefix: string,
): FilterPolicy | undefined {
  if (/^\s*(?:\{\s*\})?\s*$/.test(text)) return undefined;
  const refuse = (reason: string, cause?: unknown): never => {
    throw new AwsError('InvalidParameter', errorPrefix + reason, { cause });
  };
  try {
    const pattern = compilePatternText(text, redactedLocation, readNumber);
    checkLimits(text, pattern);
    if (scope === 'MessageAttributes' && isNested(pattern)) {
      refuse('Filter policy scope MessageAttributes does not support nested filter policy');
    }
    return { scope, pattern, numeric: isNumeric(pattern) };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const fault = error.kind === 'json' ? 'failed to parse JSON. ' : '';
    const reason = describePatternError(error, text, redactedLocation);
    return refuse(`FilterPolicy: ${fault}${reason}`, error);
  }
}

const readNumber = (digits: string): number => fiveDecimals(Number(digits));

const isNumeric = ({ alternatives }: Pattern): boolean =>
  alternatives.some(({ clauses }) =>
    clauses.some(({ matchers }) => matchers.some(({ numbers = [] }) => numbers.length > 0)),
  );

const isNested = ({ alternatives }: Pattern): boolean =>
  alternatives.some(({ clauses }) => clauses.some(({ depth }) => depth > 1));
