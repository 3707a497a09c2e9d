import { AwsError } from '../../aws/error.ts';
import { type Clause, expandAlternatives } from './alternatives.ts';
import { type DescribeLocation, describePatternError, PatternError } from './pattern-error.ts';
import { readJson } from './read-json.ts';

/**
 * A compiled event pattern. It holds functions: it is compiled again from its text, never stored.
 */
export interface Pattern {
  /** An event has to match one of them; more than one only where the pattern has `$or`. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  /** All have to match, and the clauses on fields of one list of objects on the same object. */
  readonly clauses: readonly Clause[];
  /** The same clauses as a tree of fields. */
  readonly root: FieldNode;
  /** Whether some clause has `{"exists": false}`. */
  readonly wantsAbsence: boolean;
}

export interface FieldNode {
  readonly segment: string;
  clause?: Clause;
  readonly children: FieldNode[];
}

/** The length that the API allows for a pattern, in characters. */
const PATTERN_CHARACTERS_MAX = 4096;

/**
 * Compiles an EventBridge event pattern; `docs/patterns.md` is the language. Throws
 * `InvalidEventPatternException` with AWS's reason and place.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function compilePattern(text: string): Pattern {
  if (text.length > PATTERN_CHARACTERS_MAX) {
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${text}' at 'eventPattern' failed to satisfy ` +
        `constraint: Member must have length less than or equal to ${PATTERN_CHARACTERS_MAX}`,
    );
  }
  try {
    return compilePatternText(text);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const reason = describePatternError(error, text);
    throw new AwsError(
      'InvalidEventPatternException',
      `Event pattern is not valid. Reason: ${reason}`,
      { cause: error },
    );
  }
}

/** The same for the other users of the language; throws `PatternError`. */
export function compilePatternText(
  text: string,
  describe?: DescribeLocation,
  readNumber?: (digits: string) => number,
): Pattern {
  return {
    alternatives: expandAlternatives(readJson(text, describe, readNumber)).map(toAlternative),
  };
}

function toAlternative(clauses: readonly Clause[]): Alternative {
  const root: FieldNode = { segment: '', children: [] };
  for (const clause of clauses) {
    let node = root;
    for (const segment of clause.segments) node = child(node, segment);
    node.clause = clause;
  }
  return { clauses, root, wantsAbsence: clauses.some(wantsAbsence) };
}

function child(parent: FieldNode, segment: string): FieldNode {
  const known = parent.children.find((node) => node.segment === segment);
  if (known) return known;
  const node: FieldNode = { segment, children: [] };
  parent.children.push(node);
  return node;
}

export const wantsAbsence = ({ matchers }: Clause): boolean =>
  matchers.some((matcher) => matcher.wantsAbsence);
