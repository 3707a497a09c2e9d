import type { FunctionConfiguration } from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import { listFunctionLayers } from '../../storage/tables/function-layers.ts';
import { getPackage } from '../../storage/tables/packages.ts';
import { showConfiguration, versionName } from './configuration.ts';
import type { FoundVersion } from './find-version.ts';

/**
 * What Lambda answers about a version. `qualifier`: what is shown after the function's ARN; nothing
 * when left out.
 */
export async function describeVersion(
  reader: Reader,
  { owner, version, revision }: Omit<FoundVersion, 'alias'>,
  qualifier?: string | undefined,
): Promise<FunctionConfiguration> {
  const code = await getPackage(reader, revision.package);
  if (!code) throw new Error(`the package of ${owner.arn} version ${version} is gone`);
  return showConfiguration({
    owner,
    version: versionName(version),
    arn: qualifier === undefined ? owner.arn : `${owner.arn}:${qualifier}`,
    revision,
    layers: await listFunctionLayers(reader, owner.arn, version),
    code,
  });
}
