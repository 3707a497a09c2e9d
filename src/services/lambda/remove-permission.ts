import type { RemovePermissionRequest } from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Context } from '../context.ts';
import { resourceNotFound, revisionMismatch } from './errors.ts';
import { referToFunction } from './function-name.ts';
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
    if (!holder) throw resourceNotFound(`No policy found for: ${reference.qualifiedArn}`);
    const { policy } = holder;
    if (!policy) throw resourceNotFound('No policy is associated with the given resource.');
    const kept = policy.Statement.filter(({ Sid }) => Sid !== input.StatementId);
    if (kept.length === policy.Statement.length)
      throw resourceNotFound(`Statement ${input.StatementId} is not found in resource policy.`);
    if (input.RevisionId !== undefined && input.RevisionId !== holder.revisionId)
      throw revisionMismatch();
    const rest = kept.length === 0 ? undefined : { ...policy, Statement: kept };
    await holder.write(tx, rest, context.ids.uuid());
  });
  return {};
}
