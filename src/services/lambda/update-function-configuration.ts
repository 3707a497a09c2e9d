import type {
  FunctionConfiguration,
  UpdateFunctionConfigurationRequest,
} from '../../aws/models/lambda.ts';
import type { Transaction } from '../../storage/storage.ts';
import { listFunctionLayers, putFunctionLayers } from '../../storage/tables/function-layers.ts';
import { type FunctionRow, updateFunction } from '../../storage/tables/functions.ts';
import { getPackage } from '../../storage/tables/packages.ts';
import type { Context } from '../context.ts';
import { checkFunctionRole } from '../function-credentials.ts';
import {
  type Configuration,
  changeConfiguration,
  readConfiguration,
  showUpdating,
} from './configuration.ts';
import { describeVersion } from './describe-version.ts';
import { type FunctionReference, referToWholeFunction } from './function-name.ts';
import { checkDeadLetterTarget } from './invocation-targets.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';
import { requireFunction } from './require-function.ts';
import { retireEnvironments } from './retire-environments.ts';
import { checkRuntime } from './supported-runtimes.ts';
import { checkUnzippedSize, findLayers } from './used-layers.ts';
import { releasePackages } from './with-package.ts';

/**
 * Changes the configuration of a function; what is left out stays. Invocations under way end with
 * the old one.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
export async function updateFunctionConfiguration(
  input: UpdateFunctionConfigurationRequest,
  context: Context,
): Promise<FunctionConfiguration> {
  refuseUnsupported(input);
  if (input.Runtime !== undefined) checkRuntime(input.Runtime);
  const reference = referToWholeFunction(context, input.FunctionName);
  const { arn, account, name } = reference;
  const before = await context.storage.read((reader) => requireFunction(reader, reference));
  const configuration = changeConfiguration(name, readConfiguration(before), input);
  if (input.Role !== undefined)
    await checkFunctionRole(context, { roleArn: input.Role, account, functionArn: arn });
  if (input.DeadLetterConfig) await checkDeadLetterTarget(context, reference, configuration);
  return context.storage.transaction((tx) => update(tx, context, reference, input));
}

async function update(
  tx: Transaction,
  context: Context,
  reference: FunctionReference,
  input: UpdateFunctionConfigurationRequest,
): Promise<FunctionConfiguration> {
  const { arn, name } = reference;
  const before = await requireFunction(tx, reference, input.RevisionId);
  const configuration = changeConfiguration(name, readConfiguration(before), input);
  const changedLayers = input.Layers && (await changeLayers(tx, context, before, input.Layers));
  const isSame = !changedLayers && JSON.stringify(configuration) === before.configuration;
  const changes = {
    configuration: JSON.stringify(configuration satisfies Configuration),
    revision: isSame ? before.revision : context.ids.sequence(),
    revision_id: context.ids.uuid(),
    modified_at: context.clock.now(),
  };
  await updateFunction(tx, arn, changes);
  if (!isSame) retireEnvironments(tx, context, `${arn}:$LATEST`, changes.revision);
  const owner = { ...before, ...changes };
  const shown = await describeVersion(tx, { owner, version: 0, revision: owner });
  return showUpdating(shown, context.ids.uuid());
}

/** Answers whether they are others than before. */
async function changeLayers(
  tx: Transaction,
  context: Context,
  { arn, region, package: sha256 }: FunctionRow,
  wanted: readonly string[],
): Promise<boolean> {
  const before = await listFunctionLayers(tx, arn, 0);
  const isSame =
    before.length === wanted.length && before.every((layer, index) => layer.arn === wanted[index]);
  if (isSame) return false;
  const layers = await findLayers(tx, region, wanted, before);
  const code = await getPackage(tx, sha256);
  if (code) checkUnzippedSize(code, layers);
  await putFunctionLayers(tx, arn, 0, layers);
  await releasePackages(
    tx,
    context,
    before.map((layer) => layer.package),
  );
  return true;
}
