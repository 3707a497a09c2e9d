import type { Reader, Transaction } from '../storage.ts';

/** A version of a layer: a package that functions share. */
export interface LayerVersionRow {
  /** `arn:aws:lambda:region:account:layer:name` */
  readonly layer_arn: string;
  readonly version: number;
  /** SHA-256 of the package, in hex. */
  readonly package: string;
  readonly description: string;
  readonly license_info: string | null;
  /** JSON lists. */
  readonly compatible_runtimes: string | null;
  readonly compatible_architectures: string | null;
  readonly created_at: number;
  /** JSON text. */
  readonly policy: string | null;
  readonly policy_revision: string | null;
}

/** Names are ASCII, so this sorts after all of them. */
const AFTER_NAMES = '~';

/** Divides `arn:aws:lambda:region:account:layer:name:version`. */
export function splitLayerVersionArn(arn: string): { layerArn: string; version: number } {
  const colon = arn.lastIndexOf(':');
  return { layerArn: arn.slice(0, colon), version: Number(arn.slice(colon + 1)) };
}

export const getLayerVersion = (
  reader: Reader,
  layerArn: string,
  version: number,
): Promise<LayerVersionRow | undefined> =>
  reader.get<LayerVersionRow>(
    'SELECT * FROM layer_versions WHERE layer_arn = ? AND version = ?',
    layerArn,
    version,
  );

/** Versions before `before`, the newest in front. */
export const listLayerVersions = (
  reader: Reader,
  layerArn: string,
  before: number,
  limit: number,
): Promise<LayerVersionRow[]> =>
  reader.all<LayerVersionRow>(
    `SELECT * FROM layer_versions
     WHERE layer_arn = ? AND version < ? ORDER BY version DESC LIMIT ?`,
    layerArn,
    before,
    limit,
  );

/** ARNs of the layers that have a version, after `afterArn`, in order. */
export async function listLayerArns(
  reader: Reader,
  arnPrefix: string,
  afterArn: string,
  limit: number,
): Promise<string[]> {
  const rows = await reader.all<{ layer_arn: string }>(
    `SELECT DISTINCT layer_arn FROM layer_versions
     WHERE layer_arn > ? AND layer_arn > ? AND layer_arn < ?
     ORDER BY layer_arn LIMIT ?`,
    arnPrefix,
    afterArn,
    arnPrefix + AFTER_NAMES,
    limit,
  );
  return rows.map((row) => row.layer_arn);
}

export type NewLayerVersion = Omit<LayerVersionRow, 'policy' | 'policy_revision'>;

/** Gives out the next version number of a layer. */
export async function nextLayerVersion(tx: Transaction, layerArn: string): Promise<number> {
  const row = await tx.get<{ last_version: number }>(
    `INSERT INTO layers (arn, last_version) VALUES (?, 1)
     ON CONFLICT (arn) DO UPDATE SET last_version = layers.last_version + 1 RETURNING last_version`,
    layerArn,
  );
  if (!row) throw new Error(`no version number for ${layerArn}`);
  return row.last_version;
}

export async function insertLayerVersion(tx: Transaction, row: NewLayerVersion): Promise<void> {
  await tx.run(
    `INSERT INTO layer_versions (layer_arn, version, package, description, license_info,
     compatible_runtimes,
       compatible_architectures, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.layer_arn,
    row.version,
    row.package,
    row.description,
    row.license_info,
    row.compatible_runtimes,
    row.compatible_architectures,
    row.created_at,
  );
}

/** Removes a version and answers the package it used. */
export async function deleteLayerVersionRow(
  tx: Transaction,
  layerArn: string,
  version: number,
): Promise<string | undefined> {
  const row = await tx.get<{ package: string }>(
    'DELETE FROM layer_versions WHERE layer_arn = ? AND version = ? RETURNING package',
    layerArn,
    version,
  );
  return row?.package;
}

/** Sets the policy, or removes it. */
export async function updateLayerPolicy(
  tx: Transaction,
  { layer_arn, version }: Pick<LayerVersionRow, 'layer_arn' | 'version'>,
  policy: string | null,
  revisionId: string,
): Promise<void> {
  await tx.run(
    'UPDATE layer_versions SET policy = ?, policy_revision = ? WHERE layer_arn = ? AND version = ?',
    policy,
    revisionId,
    layer_arn,
    version,
  );
}
