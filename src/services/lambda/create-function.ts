import type { CreateFunctionRequest, FunctionConfiguration } from '../../aws/models/lambda.ts';
import type { Transaction } from '../../storage/storage.ts';
import { putFunctionLayers } from '../../storage/tables/function-layers.ts';
import { getFunction, insertFunction, type NewFunction } from '../../storage/tables/functions.ts';
import type { PackageRow } from '../../storage/tables/packages.ts';
import type { Context } from '../context.ts';
import { checkFunctionRole } from '../function-credentials.ts';
import { type Configuration, changeConfiguration, showPending } from './configuration.ts';
import { describeVersion } from './describe-version.ts';
import { invalidParameter, resourceConflict } from './errors.ts';
import { type FunctionReference, referToWholeFunction } from './function-name.ts';
import { checkDeadLetterTarget } from './invocation-targets.ts';
import { publish } from './publish.ts';
import { readCode } from './read-code.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';
import { checkRuntime } from './supported-runtimes.ts';
import { changeTags } from './tags.ts';
import { checkUnzippedSize, findLayers } from './used-layers.ts';
import { keepPackage, withPackage } from './with-package.ts';

/**
 * Creates a function from a zip file, sent along or in S3. The answer shows it as AWS does,
 * `Pending`; it can be used at once.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export async function createFunction(
  input: CreateFunctionRequest,
  context: Context,
): Promise<FunctionConfiguration> {
  refuseUnsupported(input);
  const reference = referToWholeFunction(context, input.FunctionName);
  if (input.Runtime === undefined || input.Handler === undefined)
    throw invalidParameter(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  checkRuntime(input.Runtime);
  const { arn, account, name } = reference;
  const configuration = changeConfiguration(name, {}, input);
  await checkFunctionRole(context, { roleArn: input.Role, account, functionArn: arn });
  await checkDeadLetterTarget(context, reference, configuration);
  const body = await readCode(input.Code, context);
  const settings = {
    configuration,
    layers: input.Layers ?? [],
    tags: changeTags('{}', input.Tags ?? {}),
    publish: input.Publish,
  };
  return withPackage(context, body, (code) =>
    context.storage.transaction((tx) => insert(tx, context, reference, settings, code)),
  );
}

interface Settings {
  readonly configuration: Configuration;
  readonly layers: readonly string[];
  readonly tags: string;
  readonly publish: boolean | undefined;
}

async function insert(
  tx: Transaction,
  context: Context,
  reference: FunctionReference,
  settings: Settings,
  code: PackageRow,
): Promise<FunctionConfiguration> {
  const { arn, account, region, name } = reference;
  if (await getFunction(tx, arn)) throw resourceConflict(`Function already exist: ${name}`);
  const layers = await findLayers(tx, region, settings.layers);
  checkUnzippedSize(code, layers);
  await keepPackage(tx, context, code);
  await putFunctionLayers(tx, arn, 0, layers);
  const row: NewFunction = {
    arn,
    account,
    region,
    name,
    configuration: JSON.stringify(settings.configuration),
    package: code.sha256,
    revision: context.ids.sequence(),
    revision_id: context.ids.uuid(),
    modified_at: context.clock.now(),
    tags: settings.tags,
  };
  await insertFunction(tx, row);
  const created = await getFunction(tx, arn);
  if (!created) throw new Error(`${arn} was not created`);
  const shown = settings.publish
    ? await publish(tx, context, created)
    : await describeVersion(tx, { owner: created, version: 0, revision: created });
  // A version that comes with the function is shown under the function's own ARN.
  return { ...showPending(shown, context.ids.uuid()), FunctionArn: arn };
}
