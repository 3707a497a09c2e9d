import type {
  PublishLayerVersionRequest,
  PublishLayerVersionResponse,
} from '../../aws/models/lambda.ts';
import { insertLayerVersion, nextLayerVersion } from '../../storage/tables/layers.ts';
import type { Context } from '../context.ts';
import { unsupported } from './errors.ts';
import { layerArn, showLayerVersion } from './layer-name.ts';
import { readCode } from './read-code.ts';
import { keepPackage, withPackage } from './with-package.ts';

/**
 * Makes a layer, or another version of it, from a zip file.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
 */
export async function publishLayerVersion(
  input: PublishLayerVersionRequest,
  context: Context,
): Promise<PublishLayerVersionResponse> {
  if (input.Content.S3ObjectStorageMode !== undefined)
    throw unsupported('Content.S3ObjectStorageMode');
  const arn = layerArn(context, input.LayerName);
  const body = await readCode(input.Content, context);
  const published = await withPackage(context, body, (code) =>
    context.storage.transaction(async (tx) => {
      await keepPackage(tx, context, code);
      const row = {
        layer_arn: arn,
        version: await nextLayerVersion(tx, arn),
        package: code.sha256,
        description: input.Description ?? '',
        license_info: input.LicenseInfo ?? null,
        compatible_runtimes: json(input.CompatibleRuntimes),
        compatible_architectures: json(input.CompatibleArchitectures),
        created_at: context.clock.now(),
      };
      await insertLayerVersion(tx, row);
      return { row, code };
    }),
  );
  return showLayerVersion(context, published.row, published.code);
}

const json = (list: readonly string[] | undefined): string | null =>
  list === undefined ? null : JSON.stringify(list);
