import type { AliasConfiguration, CreateAliasRequest } from '../../aws/models/lambda.ts';
import { getFunctionAlias, putFunctionAlias } from '../../storage/tables/function-aliases.ts';
import type { Context } from '../context.ts';
import { resourceConflict } from './errors.ts';
import { referToWholeFunction } from './function-name.ts';
import { aliasArn, checkAliasVersion, checkRouting, showAlias } from './show-alias.ts';

/**
 * Gives a version of a function a name, or divides invocations of that name between two versions.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
 */
export async function createAlias(
  input: CreateAliasRequest,
  context: Context,
): Promise<AliasConfiguration> {
  const reference = referToWholeFunction(context, input.FunctionName);
  const { Name: name, FunctionVersion: version } = input;
  const { arn } = reference;
  return context.storage.transaction(async (tx) => {
    await checkAliasVersion(tx, arn, version);
    if (await getFunctionAlias(tx, arn, name))
      throw resourceConflict(`Alias already exists: ${aliasArn({ function_arn: arn, name })}`);
    const weights = input.RoutingConfig?.AdditionalVersionWeights;
    const row = {
      function_arn: arn,
      name,
      version,
      description: input.Description ?? '',
      routing: await checkRouting(tx, arn, version, weights),
      revision_id: context.ids.uuid(),
      policy: null,
    };
    await putFunctionAlias(tx, row);
    return showAlias(row);
  });
}
