import type {
  GetProvisionedConcurrencyConfigRequest,
  GetProvisionedConcurrencyConfigResponse,
  ListProvisionedConcurrencyConfigsRequest,
  ListProvisionedConcurrencyConfigsResponse,
} from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import {
  aliasNotFound,
  functionNotFound,
  invalidParameter,
  noProvisionedConcurrency,
} from './errors.ts';
import { findVersion } from './find-version.ts';
import { isAliasName, LATEST, referToFunction, referToWholeFunction } from './function-name.ts';
import { requireFunction } from './require-function.ts';

/**
 * Nothing is kept running before it is invoked, so no version or alias has provisioned concurrency.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html
 */
export async function getProvisionedConcurrencyConfig(
  { FunctionName, Qualifier }: GetProvisionedConcurrencyConfigRequest,
  context: Context,
): Promise<GetProvisionedConcurrencyConfigResponse> {
  if (Qualifier === LATEST)
    throw invalidParameter(
      'The function resource provided must be an alias or a published version.',
    );
  const reference = referToFunction(context, FunctionName, Qualifier);
  const notFound = isAliasName(Qualifier) ? aliasNotFound : functionNotFound;
  if (!(await context.storage.read((reader) => findVersion(reader, reference))))
    throw notFound(reference.qualifiedArn);
  throw noProvisionedConcurrency();
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html */
export async function listProvisionedConcurrencyConfigs(
  { FunctionName }: ListProvisionedConcurrencyConfigsRequest,
  context: Context,
): Promise<ListProvisionedConcurrencyConfigsResponse> {
  const reference = referToWholeFunction(context, FunctionName);
  await context.storage.read((reader) => requireFunction(reader, reference));
  return { ProvisionedConcurrencyConfigs: [] };
}
