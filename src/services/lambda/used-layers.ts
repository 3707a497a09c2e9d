import { parseArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import type { UsedLayer } from '../../storage/tables/function-layers.ts';
import { getLayerVersion, splitLayerVersionArn } from '../../storage/tables/layers.ts';
import { getPackage, type PackageRow } from '../../storage/tables/packages.ts';
import { invalidParameter } from './errors.ts';
import { UNZIPPED_BYTES_MAX } from './package-limits.ts';

const LAYERS_MAX = 5;

/**
 * The layers of a configuration, in its order; those in `known` are not looked up again, for a
 * function keeps layers that were deleted. Throws InvalidParameterValueException for missing ones,
 * repeated ones, those of another region and too many.
 */
export async function findLayers(
  reader: Reader,
  region: string,
  arns: readonly string[],
  known: readonly UsedLayer[] = [],
): Promise<UsedLayer[]> {
  checkLayers(region, arns);
  const layers: UsedLayer[] = [];
  for (const arn of arns)
    layers.push(known.find((layer) => layer.arn === arn) ?? (await findLayer(reader, arn)));
  return layers;
}

function checkLayers(region: string, arns: readonly string[]): void {
  if (arns.length > LAYERS_MAX)
    throw invalidParameter(`Cannot reference more than ${LAYERS_MAX} layers.`);
  if (arns.some((arn) => parseArn(arn)?.region !== region))
    throw invalidParameter(
      `Layers are not in the same region as the function. Layers are expected to be in region ${region}.`,
    );
  const seen = new Map<string, string>();
  for (const arn of arns) {
    const { layerArn } = splitLayerVersionArn(arn);
    const other = seen.get(layerArn);
    if (other !== undefined)
      throw invalidParameter(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${other} and ${arn} are versions of the same layer.`,
      );
    seen.set(layerArn, arn);
  }
}

async function findLayer(reader: Reader, arn: string): Promise<UsedLayer> {
  const { layerArn, version } = splitLayerVersionArn(arn);
  const layer = await getLayerVersion(reader, layerArn, version);
  const code = layer && (await getPackage(reader, layer.package));
  if (!code) throw invalidParameter(`Layer version ${arn} does not exist.`);
  return { arn, package: code.sha256, size: code.size, unzipped_size: code.unzipped_size };
}

/** Throws InvalidParameterValueException when a function would be too large with all its layers. */
export function checkUnzippedSize(
  code: Pick<PackageRow, 'unzipped_size'>,
  layers: readonly Pick<UsedLayer, 'unzipped_size'>[],
): void {
  const bytes = layers.reduce((sum, layer) => sum + layer.unzipped_size, code.unzipped_size);
  if (bytes > UNZIPPED_BYTES_MAX)
    throw invalidParameter(
      `Function code combined with layers exceeds the maximum allowed size of ${UNZIPPED_BYTES_MAX} bytes. The actual size is ${bytes} bytes.`,
    );
}
