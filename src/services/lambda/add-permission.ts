import type { AwsError } from '../../aws/error.ts';
import type { AddPermissionRequest, AddPermissionResponse } from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import {
  aliasNotFound,
  functionNotFound,
  invalidParameter,
  policyTooLong,
  resourceConflict,
  revisionMismatch,
} from './errors.ts';
import { type FunctionReference, isAliasName, LATEST, referToFunction } from './function-name.ts';
import { findPolicyHolder, type PolicyDocument } from './policy-holder.ts';
import { renderStatement } from './render-statement.ts';

const POLICY_BYTES_MAX = 20 * 1024;

/**
 * Lets a service or account invoke a function, or one of its versions or aliases: adds a statement
 * to the policy of exactly that.
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export async function addPermission(
  input: AddPermissionRequest,
  context: Context,
): Promise<AddPermissionResponse> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  if (reference.qualifier === LATEST)
    throw invalidParameter('We currently do not support adding policies for $LATEST.');
  const statement = renderStatement(input, reference.qualifiedArn);
  return context.storage.transaction(async (tx) => {
    const holder = await findPolicyHolder(tx, reference);
    if (!holder) throw notFound(reference);
    if (input.RevisionId !== undefined && input.RevisionId !== holder.revisionId)
      throw revisionMismatch();
    const statements = holder.policy?.Statement ?? [];
    if (statements.some(({ Sid }) => Sid === statement.Sid))
      throw resourceConflict(
        `The statement id (${statement.Sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
      );
    const policy: PolicyDocument = {
      Version: '2012-10-17',
      Id: 'default',
      Statement: [...statements, statement],
    };
    const bytes = Buffer.byteLength(JSON.stringify(policy));
    if (bytes > POLICY_BYTES_MAX) throw policyTooLong(bytes, POLICY_BYTES_MAX);
    await holder.write(tx, policy, context.ids.uuid());
    return { Statement: JSON.stringify(statement) };
  });
}

function notFound({ qualifier, qualifiedArn }: FunctionReference): AwsError {
  return qualifier !== undefined && isAliasName(qualifier)
    ? aliasNotFound(qualifiedArn)
    : functionNotFound(qualifiedArn);
}
