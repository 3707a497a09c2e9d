import type { GetPolicyRequest, GetPolicyResponse } from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { resourceNotFound } from './errors.ts';
import { referToFunction } from './function-name.ts';
import { findPolicyHolder } from './policy-holder.ts';
import { requireFunction } from './require-function.ts';

/**
 * The policy of a function, version or alias.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
 */
export async function getPolicy(
  input: GetPolicyRequest,
  context: Context,
): Promise<GetPolicyResponse> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  const holder = await context.storage.read(async (reader) => {
    await requireFunction(reader, reference);
    return findPolicyHolder(reader, reference);
  });
  if (!holder?.policy) throw resourceNotFound('The resource you requested does not exist.');
  return { Policy: JSON.stringify(holder.policy), RevisionId: holder.revisionId };
}
