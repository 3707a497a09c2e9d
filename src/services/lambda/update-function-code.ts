import type { FunctionConfiguration, UpdateFunctionCodeRequest } from '../../aws/models/lambda.ts';
import type { Transaction } from '../../storage/storage.ts';
import { listFunctionLayers } from '../../storage/tables/function-layers.ts';
import { type FunctionRow, updateFunction } from '../../storage/tables/functions.ts';
import type { PackageRow } from '../../storage/tables/packages.ts';
import type { Context } from '../context.ts';
import {
  changeConfiguration,
  readConfiguration,
  showConfiguration,
  showPending,
  showUpdating,
} from './configuration.ts';
import { describeVersion } from './describe-version.ts';
import { unsupported } from './errors.ts';
import { type FunctionReference, LATEST, referToWholeFunction } from './function-name.ts';
import { publish } from './publish.ts';
import { readCode } from './read-code.ts';
import { requireFunction } from './require-function.ts';
import { retireEnvironments } from './retire-environments.ts';
import { checkUnzippedSize } from './used-layers.ts';
import { keepPackage, releasePackages, withPackage } from './with-package.ts';

/**
 * Gives a function new code. Invocations under way end with the old one.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
 */
export async function updateFunctionCode(
  input: UpdateFunctionCodeRequest,
  context: Context,
): Promise<FunctionConfiguration> {
  refuseUnsupported(input);
  const reference = referToWholeFunction(context, input.FunctionName);
  await context.storage.read((reader) => requireFunction(reader, reference, input.RevisionId));
  const body = await readCode(input, context);
  return withPackage(context, body, (code) =>
    input.DryRun
      ? preview(context, reference, code)
      : context.storage.transaction((tx) => update(tx, context, reference, input, code)),
  );
}

function refuseUnsupported(input: UpdateFunctionCodeRequest): void {
  for (const name of ['ImageUri', 'PublishTo', 'SourceKMSKeyArn', 'S3ObjectStorageMode'] as const)
    if (input[name]) throw unsupported(name);
}

/** What the function would be; the package goes again. */
async function preview(
  context: Context,
  reference: FunctionReference,
  code: PackageRow,
): Promise<FunctionConfiguration> {
  await context.blobs.remove(code.blob);
  return context.storage.read(async (reader) => {
    const owner = await requireFunction(reader, reference);
    const layers = await listFunctionLayers(reader, owner.arn, 0);
    checkUnzippedSize(code, layers);
    return showConfiguration({
      owner,
      version: LATEST,
      arn: owner.arn,
      revision: owner,
      layers,
      code,
    });
  });
}

async function update(
  tx: Transaction,
  context: Context,
  reference: FunctionReference,
  { Architectures, Publish, RevisionId }: UpdateFunctionCodeRequest,
  code: PackageRow,
): Promise<FunctionConfiguration> {
  const { arn, name } = reference;
  const before = await requireFunction(tx, reference, RevisionId);
  checkUnzippedSize(code, await listFunctionLayers(tx, arn, 0));
  const configuration = JSON.stringify(
    changeConfiguration(name, readConfiguration(before), { FunctionName: name, Architectures }),
  );
  const isSame = before.package === code.sha256 && before.configuration === configuration;
  const changes = {
    configuration,
    package: code.sha256,
    revision: isSame ? before.revision : context.ids.sequence(),
    revision_id: context.ids.uuid(),
    modified_at: context.clock.now(),
  };
  const after: FunctionRow = { ...before, ...changes };
  await keepPackage(tx, context, code);
  await updateFunction(tx, arn, changes);
  await releasePackages(tx, context, [before.package]);
  if (!isSame) retireEnvironments(tx, context, `${arn}:$LATEST`, after.revision);
  if (Publish) {
    const published = await publish(tx, context, after);
    return showPending(published, published.RevisionId);
  }
  const shown = await describeVersion(tx, { owner: after, version: 0, revision: after });
  return showUpdating(shown, context.ids.uuid());
}
