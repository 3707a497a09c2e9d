import type { DeleteLayerVersionRequest } from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { deleteLayerVersionRow } from '../../storage/tables/layers.ts';
import type { Context } from '../context.ts';
import { checkLayerVersionNumber, layerArn } from './layer-name.ts';
import { releasePackages } from './with-package.ts';

/**
 * Removes a layer version; functions that have it keep it. One that there is not counts as removed.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteLayerVersion.html
 */
export async function deleteLayerVersion(
  { LayerName, VersionNumber }: DeleteLayerVersionRequest,
  context: Context,
): Promise<Unit> {
  checkLayerVersionNumber(VersionNumber);
  const arn = layerArn(context, LayerName);
  await context.storage.transaction(async (tx) => {
    const sha256 = await deleteLayerVersionRow(tx, arn, VersionNumber);
    if (sha256 !== undefined) await releasePackages(tx, context, [sha256]);
  });
  return {};
}
