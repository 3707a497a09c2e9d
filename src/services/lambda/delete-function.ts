import type { DeleteFunctionRequest, DeleteFunctionResponse } from '../../aws/models/lambda.ts';
import type { Transaction } from '../../storage/storage.ts';
import { deleteEventInvokeConfigs } from '../../storage/tables/event-invoke-configs.ts';
import { aliasesOfVersion, deleteFunctionAliases } from '../../storage/tables/function-aliases.ts';
import { deleteFunctionLayers } from '../../storage/tables/function-layers.ts';
import { deleteFunctionLogs } from '../../storage/tables/function-logs.ts';
import { deleteFunctionVersions } from '../../storage/tables/function-versions.ts';
import { deleteFunctionRow } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { invalidParameter, resourceConflict } from './errors.ts';
import {
  type FunctionReference,
  isVersionNumber,
  LATEST,
  referToFunction,
} from './function-name.ts';
import { requireFunction } from './require-function.ts';
import { retireEnvironments } from './retire-environments.ts';
import { releasePackages } from './with-package.ts';

/**
 * Deletes a function with all its versions and aliases, or one version; a version that there is not
 * counts as deleted. What it is fed from stays,
 * and waits for a function of that name.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
 */
export async function deleteFunction(
  input: DeleteFunctionRequest,
  context: Context,
): Promise<DeleteFunctionResponse> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  const { qualifier } = reference;
  if (qualifier === LATEST)
    throw invalidParameter('$LATEST version cannot be deleted without deleting the function.');
  if (qualifier !== undefined && !isVersionNumber(qualifier))
    throw invalidParameter('Deletion of aliases is not currently supported.');
  await context.storage.transaction(async (tx) => {
    if (qualifier === undefined) await deleteAll(tx, context, reference);
    else await deleteVersion(tx, context, reference, Number(qualifier));
  });
  return { StatusCode: 204 };
}

async function deleteAll(
  tx: Transaction,
  context: Context,
  { arn, qualifiedArn }: FunctionReference,
): Promise<void> {
  const { package: latest } = await requireFunction(tx, { arn });
  await deleteFunctionRow(tx, arn);
  const packages = [
    latest,
    ...(await deleteFunctionVersions(tx, arn)),
    ...(await deleteFunctionLayers(tx, arn)),
  ];
  await deleteFunctionAliases(tx, arn);
  await deleteEventInvokeConfigs(tx, arn);
  await deleteFunctionLogs(tx, arn);
  await releasePackages(tx, context, packages);
  retireEnvironments(tx, context, qualifiedArn);
}

async function deleteVersion(
  tx: Transaction,
  context: Context,
  reference: FunctionReference,
  version: number,
): Promise<void> {
  const { arn, qualifiedArn } = reference;
  await requireFunction(tx, reference);
  const aliases = await aliasesOfVersion(tx, arn, String(version));
  if (aliases.length > 0)
    throw resourceConflict(
      `Version ${version} cannot be deleted because aliases refer to it: ${aliases.join(', ')}`,
    );
  const deleted = await deleteFunctionVersions(tx, arn, version);
  const layers = await deleteFunctionLayers(tx, arn, version);
  await deleteEventInvokeConfigs(tx, arn, String(version));
  await releasePackages(tx, context, [...deleted, ...layers]);
  retireEnvironments(tx, context, qualifiedArn);
}
