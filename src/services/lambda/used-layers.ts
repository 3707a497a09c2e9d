import type { Reader } from '../../storage/storage.ts';
import type { UsedLayer } from '../../storage/tables/function-layers.ts';
import { getLayerVersion, splitLayerVersionArn } from '../../storage/tables/layers.ts';
import { getPackage, type PackageRow } from '../../storage/tables/packages.ts';
import { invalidParameter } from './errors.ts';
import { UNZIPPED_BYTES_MAX } from './package-limits.ts';

const LAYERS_MAX = 5;

/**
 * The layers of a configuration. Throws InvalidParameterValueException for missing ones, repeated
 * ones and too many.
 */
export async function findLayers(reader: Reader, arns: readonly string[]): Promise<UsedLayer[]> {
  if (arns.length > LAYERS_MAX)
    throw invalidParameter(`Cannot reference more than ${LAYERS_MAX} layers.`);
  const layers: UsedLayer[] = [];
  const seen = new Set<string>();
  for (const arn of arns) {
    const { layerArn, version } = splitLayerVersionArn(arn);
    if (seen.has(layerArn))
      throw invalidParameter(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${arns.join(' and ')} are versions of the same layer.`,
      );
    seen.add(layerArn);
    const layer = await getLayerVersion(reader, layerArn, version);
    const code = layer && (await getPackage(reader, layer.package));
    if (!code) throw invalidParameter(`Layer version ${arn} does not exist.`);
    layers.push({ arn, package: code.sha256, size: code.size, unzipped_size: code.unzipped_size });
  }
  return layers;
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
