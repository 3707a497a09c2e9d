import { formatArn, parseArn } from '../../aws/arn.ts';
import type {
  GetLayerVersionResponse,
  LayerVersionsListItem,
  PublishLayerVersionResponse,
} from '../../aws/models/lambda.ts';
import type { NewLayerVersion } from '../../storage/tables/layers.ts';
import type { PackageRow } from '../../storage/tables/packages.ts';
import type { Context } from '../context.ts';
import { packageLink } from '../package-link.ts';
import { lastModified } from './configuration.ts';
import { invalidParameter } from './errors.ts';

/** The ARN of a layer that is given by name or ARN. */
export const layerArn = ({ region, account }: Context, name: string): string =>
  name.includes(':') ? name : formatArn('lambda', region, account, `layer:${name}`);

export const layerName = (arn: string): string => parseArn(arn)?.resource.split(':')[1] ?? '';

export const showLayerVersionItem = (row: NewLayerVersion): LayerVersionsListItem => ({
  LayerVersionArn: `${row.layer_arn}:${row.version}`,
  Version: row.version,
  Description: row.description,
  CreatedDate: lastModified(row.created_at),
  CompatibleArchitectures: list(row.compatible_architectures),
  CompatibleRuntimes: list(row.compatible_runtimes),
  LicenseInfo: row.license_info ?? undefined,
});

/** A layer version with a link to its code. */
export async function showLayerVersion(
  context: Context,
  row: NewLayerVersion,
  { sha256, size }: Pick<PackageRow, 'sha256' | 'size'>,
): Promise<GetLayerVersionResponse & PublishLayerVersionResponse> {
  return {
    Content: {
      Location: await packageLink(context, context.endpoint, sha256),
      CodeSha256: Buffer.from(sha256, 'hex').toString('base64'),
      CodeSize: size,
    },
    LayerArn: row.layer_arn,
    ...showLayerVersionItem(row),
  };
}

const list = (json: string | null): string[] | undefined =>
  json === null ? undefined : JSON.parse(json);

/** Throws InvalidParameterValueException. */
export function checkLayerVersionNumber(version: number): void {
  if (version < 1) throw invalidParameter('Layer Version Cannot be less than 1');
}
