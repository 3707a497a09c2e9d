import { noPolicy, policyTooLong, resourceConflict, resourceNotFound } from './errors.ts';

/**
 * As Lambda writes it:
 * https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Id: 'default';
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: '*' | { readonly Service: string } | { readonly AWS: string };
  readonly Action: string;
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

const POLICY_BYTES_MAX = 20 * 1024;

/** Adds a statement. Throws ResourceConflictException and PolicyLengthExceededException. */
export function extendPolicy(
  policy: PolicyDocument | undefined,
  statement: Statement,
): PolicyDocument {
  const statements = policy?.Statement ?? [];
  if (statements.some(({ Sid }) => Sid === statement.Sid))
    throw resourceConflict(
      `The statement id (${statement.Sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  const extended: PolicyDocument = {
    Version: '2012-10-17',
    Id: 'default',
    Statement: [...statements, statement],
  };
  const bytes = Buffer.byteLength(JSON.stringify(extended));
  if (bytes > POLICY_BYTES_MAX) throw policyTooLong(bytes, POLICY_BYTES_MAX);
  return extended;
}

/**
 * Takes a statement out; with the last one the policy goes. Throws ResourceNotFoundException.
 */
export function reducePolicy(
  policy: PolicyDocument | undefined,
  statementId: string,
): PolicyDocument | undefined {
  if (!policy) throw noPolicy();
  const kept = policy.Statement.filter(({ Sid }) => Sid !== statementId);
  if (kept.length === policy.Statement.length)
    throw resourceNotFound(`Statement ${statementId} is not found in resource policy.`);
  return kept.length === 0 ? undefined : { ...policy, Statement: kept };
}
