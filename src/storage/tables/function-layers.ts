import type { Reader, Transaction } from '../storage.ts';

/** A layer of a function version. It stays usable when the layer itself is deleted. */
export interface FunctionLayerRow {
  /** ARN of the layer version. */
  readonly arn: string;
  /** SHA-256 of its package, in hex. */
  readonly package: string;
}

/** What is known of a layer in use, with the sizes of its package in bytes. */
export interface UsedLayer extends FunctionLayerRow {
  readonly size: number;
  readonly unzipped_size: number;
}

/** In the order of the configuration. `version`: 0 for `$LATEST`. */
export const listFunctionLayers = (
  reader: Reader,
  functionArn: string,
  version: number,
): Promise<UsedLayer[]> =>
  reader.all<UsedLayer>(
    `SELECT l.arn, l.package, p.size, p.unzipped_size FROM function_layers l
     JOIN packages p ON p.sha256 = l.package
     WHERE l.function_arn = ? AND l.version = ? ORDER BY l.position`,
    functionArn,
    version,
  );

/** Replaces all layers of a version. */
export async function putFunctionLayers(
  tx: Transaction,
  functionArn: string,
  version: number,
  layers: readonly FunctionLayerRow[],
): Promise<void> {
  await tx.run(
    'DELETE FROM function_layers WHERE function_arn = ? AND version = ?',
    functionArn,
    version,
  );
  for (const [position, layer] of layers.entries())
    await tx.run(
      `INSERT INTO function_layers (function_arn, version, position, arn, package)
       VALUES (?, ?, ?, ?, ?)`,
      functionArn,
      version,
      position,
      layer.arn,
      layer.package,
    );
}

/**
 * Removes the layers of one version and answers the packages they were; of all versions when
 * `version` is left out.
 */
export async function deleteFunctionLayers(
  tx: Transaction,
  functionArn: string,
  version?: number,
): Promise<string[]> {
  const rows = await tx.all<{ package: string }>(
    `DELETE FROM function_layers
     WHERE function_arn = ? AND (version = ? OR ? = -1) RETURNING package`,
    functionArn,
    version ?? -1,
    version ?? -1,
  );
  return rows.map((row) => row.package);
}
