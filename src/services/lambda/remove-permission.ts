import type { AwsError } from '../../aws/error.ts';
import type { RemovePermissionRequest } from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Reader } from '../../storage/storage.ts';
import { getFunction } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { aliasNotFound, resourceNotFound, revisionMismatch } from './errors.ts';
import { type FunctionReference, isAliasName, referToFunction } from './function-name.ts';
import { reducePolicy } from './policy-document.ts';
import { findPolicyHolder } from './policy-holder.ts';

/**
 * Takes a statement out of a policy; with the last one the policy goes.
 * https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html
 */
export async function removePermission(
  input: RemovePermissionRequest,
  context: Context,
): Promise<Unit> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  await context.storage.transaction(async (tx) => {
    const holder = await findPolicyHolder(tx, reference);
    if (!holder) throw await notFound(tx, reference);
    const rest = reducePolicy(holder.policy, input.StatementId);
    if (input.RevisionId !== undefined && input.RevisionId !== holder.revisionId)
      throw revisionMismatch();
    await holder.write(tx, rest, context.ids.uuid());
  });
  return {};
}

async function notFound(
  reader: Reader,
  { arn, qualifier, qualifiedArn }: FunctionReference,
): Promise<AwsError> {
  const isAlias = qualifier !== undefined && isAliasName(qualifier);
  return isAlias && (await getFunction(reader, arn))
    ? aliasNotFound(qualifiedArn)
    : resourceNotFound(`No policy found for: ${qualifiedArn}`);
}
