import type {
  GetLayerVersionByArnRequest,
  GetLayerVersionRequest,
  GetLayerVersionResponse,
} from '../../aws/models/lambda.ts';
import { getLayerVersion as getRow, splitLayerVersionArn } from '../../storage/tables/layers.ts';
import { getPackage } from '../../storage/tables/packages.ts';
import type { Context } from '../context.ts';
import { resourceNotFound } from './errors.ts';
import { checkLayerVersionNumber, layerArn, showLayerVersion } from './layer-name.ts';

/**
 * A layer version with a link to its code.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html
 */
export const getLayerVersion = (
  { LayerName, VersionNumber }: GetLayerVersionRequest,
  context: Context,
): Promise<GetLayerVersionResponse> => show(context, layerArn(context, LayerName), VersionNumber);

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html */
export function getLayerVersionByArn(
  { Arn }: GetLayerVersionByArnRequest,
  context: Context,
): Promise<GetLayerVersionResponse> {
  const { layerArn: arn, version } = splitLayerVersionArn(Arn);
  return show(context, arn, version);
}

async function show(
  context: Context,
  arn: string,
  version: number,
): Promise<GetLayerVersionResponse> {
  checkLayerVersionNumber(version);
  const found = await context.storage.read(async (reader) => {
    const row = await getRow(reader, arn, version);
    const code = row && (await getPackage(reader, row.package));
    return code && { row, code };
  });
  if (!found) throw resourceNotFound('The resource you requested does not exist.');
  return showLayerVersion(context, found.row, found.code);
}
