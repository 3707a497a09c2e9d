import type { AwsError } from '../../aws/error.ts';
import type { AddPermissionRequest, AddPermissionResponse } from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { aliasNotFound, functionNotFound, invalidParameter, revisionMismatch } from './errors.ts';
import { type FunctionReference, isAliasName, LATEST, referToFunction } from './function-name.ts';
import { extendPolicy } from './policy-document.ts';
import { findPolicyHolder } from './policy-holder.ts';
import { renderStatement } from './render-statement.ts';

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
    await holder.write(tx, extendPolicy(holder.policy, statement), context.ids.uuid());
    return { Statement: JSON.stringify(statement) };
  });
}

function notFound({ qualifier, qualifiedArn }: FunctionReference): AwsError {
  return qualifier !== undefined && isAliasName(qualifier)
    ? aliasNotFound(qualifiedArn)
    : functionNotFound(qualifiedArn);
}
