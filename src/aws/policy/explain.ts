import type { Condition } from './condition.ts';
import type { PolicyDocument, Statement } from './document.ts';
import { describePrincipal } from './principal.ts';
import type { PolicyRequest } from './request.ts';
import { contextValues } from './request.ts';
import type { Mismatch } from './statement-match.ts';
import { findMismatch } from './statement-match.ts';

/** Why one statement does or does not apply to a request. */
export interface StatementExplanation {
  /** Position in the list of policies. */
  readonly policy: number;
  /** Position in the policy. */
  readonly statement: number;
  readonly sid: string | undefined;
  readonly effect: Statement['effect'];
  readonly applies: boolean;
  /**
   * In plain words: "the statement wants aws:SourceArn arn:aws:s3:::b, the request has
   * arn:aws:s3:::a".
   */
  readonly reason: string;
}

/**
 * Goes through all statements and tells for each the first reason why it does not apply, for people
 * to read.
 */
export function explain(
  policies: readonly PolicyDocument[],
  request: PolicyRequest,
): StatementExplanation[] {
  return policies.flatMap(({ statements }, policy) =>
    statements.map((statement, index) => {
      const mismatch = findMismatch(statement, request);
      return {
        policy,
        statement: index,
        sid: statement.sid,
        effect: statement.effect,
        applies: mismatch === undefined,
        reason: mismatch ? describe(mismatch, statement, request) : 'the statement applies',
      };
    }),
  );
}

function describe(mismatch: Mismatch, statement: Statement, request: PolicyRequest): string {
  const { principal, action, resource } = statement;
  switch (mismatch) {
    case 'principal': {
      const names = principal?.entries.map(({ text }) => text);
      const caller = describePrincipal(request.principal);
      return `the statement is for ${anyOf(names, principal?.negated)}, the caller is ${caller}`;
    }
    case 'action':
      return about(anyOf(action.names, action.negated), request.action);
    case 'resource':
      return about(anyOf(resource?.names, resource?.negated), request.resource);
    default: {
      const given = describeGiven(mismatch, request);
      return `the statement wants ${describeCondition(mismatch)}, the request has ${given}`;
    }
  }
}

const about = (wanted: string, given: string) =>
  `the statement is about ${wanted}, the request about ${given}`;

function describeCondition({ operator, key, phrase, values }: Condition): string {
  if (operator === 'Null') return `${key} ${values.includes('true') ? 'absent' : 'present'}`;
  const quantifier = operator.startsWith('ForAllValues:')
    ? 'every '
    : operator.startsWith('ForAnyValue:')
      ? 'some '
      : '';
  return [`${quantifier}${key}`, phrase, anyOf(values)].filter((word) => word !== '').join(' ');
}

const describeGiven = ({ key }: Condition, { context }: PolicyRequest): string =>
  contextValues(context, key.toLowerCase()).join(' and ') || 'none';

const anyOf = (names: readonly string[] = [], negated = false): string =>
  `${negated ? 'anything but ' : ''}${names.join(' or ') || 'nothing'}`;
