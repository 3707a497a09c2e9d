import type {
  FunctionConfiguration,
  GetFunctionConfigurationRequest,
  GetFunctionRequest,
  GetFunctionResponse,
} from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import type { Context } from '../context.ts';
import { packageLink } from '../package-link.ts';
import { describeVersion } from './describe-version.ts';
import { functionNotFound } from './errors.ts';
import { type FoundVersion, findVersion } from './find-version.ts';
import { type FunctionReference, referToFunction } from './function-name.ts';
import { readTags } from './tags.ts';

/**
 * A function with a link to its code.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
 */
export async function getFunction(
  input: GetFunctionRequest,
  context: Context,
): Promise<GetFunctionResponse> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  const { found, shown } = await context.storage.read((reader) => describe(reader, reference));
  const tags = readTags(found.owner.tags);
  const reserved = found.owner.reserved_concurrency;
  return {
    Configuration: shown,
    Code: {
      RepositoryType: 'S3',
      Location: await packageLink(context, context.endpoint, found.revision.package),
    },
    Tags: Object.keys(tags).length === 0 ? undefined : tags,
    Concurrency: reserved === null ? undefined : { ReservedConcurrentExecutions: reserved },
  };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export async function getFunctionConfiguration(
  input: GetFunctionConfigurationRequest,
  context: Context,
): Promise<FunctionConfiguration> {
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  const { shown } = await context.storage.read((reader) => describe(reader, reference));
  return shown;
}

async function describe(
  reader: Reader,
  reference: FunctionReference,
): Promise<{ found: FoundVersion; shown: FunctionConfiguration }> {
  const found = await findVersion(reader, reference);
  if (!found) throw functionNotFound(reference.qualifiedArn);
  return { found, shown: await describeVersion(reader, found, reference.qualifier) };
}
