import type { RemoveLayerVersionPermissionRequest } from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Context } from '../context.ts';
import { requireLayerPolicy } from './layer-policy.ts';
import { reducePolicy } from './policy-document.ts';

/**
 * Takes a statement out of the policy of a version of a layer; with the last one the policy goes.
 * https://docs.aws.amazon.com/lambda/latest/api/API_RemoveLayerVersionPermission.html
 */
export async function removeLayerVersionPermission(
  input: RemoveLayerVersionPermissionRequest,
  context: Context,
): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const layer = await requireLayerPolicy(tx, context, input);
    const rest = reducePolicy(layer.policy, input.StatementId);
    await layer.write(tx, rest, context.ids.uuid());
  });
  return {};
}
