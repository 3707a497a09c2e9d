import type {
  GetLayerVersionPolicyRequest,
  GetLayerVersionPolicyResponse,
} from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { noPolicy } from './errors.ts';
import { requireLayerPolicy } from './layer-policy.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionPolicy.html */
export async function getLayerVersionPolicy(
  input: GetLayerVersionPolicyRequest,
  context: Context,
): Promise<GetLayerVersionPolicyResponse> {
  const { policy, revisionId } = await context.storage.read((reader) =>
    requireLayerPolicy(reader, context, input),
  );
  if (!policy) throw noPolicy();
  return { Policy: JSON.stringify(policy), RevisionId: revisionId };
}
