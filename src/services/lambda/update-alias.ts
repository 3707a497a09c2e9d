import type { AliasConfiguration, UpdateAliasRequest } from '../../aws/models/lambda.ts';
import { getFunctionAlias, putFunctionAlias } from '../../storage/tables/function-aliases.ts';
import type { Context } from '../context.ts';
import { resourceNotFound, revisionMismatch } from './errors.ts';
import { referToFunction } from './function-name.ts';
import { requireFunction } from './require-function.ts';
import { aliasArn, checkAliasVersion, checkRouting, showAlias } from './show-alias.ts';

/**
 * Moves an alias to another version, or changes its description or routing; what is left out stays.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html
 */
export async function updateAlias(
  input: UpdateAliasRequest,
  context: Context,
): Promise<AliasConfiguration> {
  const reference = referToFunction(context, input.FunctionName, input.Name);
  const { arn } = reference;
  return context.storage.transaction(async (tx) => {
    await requireFunction(tx, reference);
    const before = await getFunctionAlias(tx, arn, input.Name);
    if (!before)
      throw resourceNotFound(
        `Alias not found: ${aliasArn({ function_arn: arn, name: input.Name })}`,
      );
    if (input.RevisionId !== undefined && input.RevisionId !== before.revision_id)
      throw revisionMismatch();
    const version = input.FunctionVersion ?? before.version;
    await checkAliasVersion(tx, arn, version);
    const weights = input.RoutingConfig
      ? input.RoutingConfig.AdditionalVersionWeights
      : JSON.parse(before.routing ?? '{}');
    const row = {
      ...before,
      version,
      description: input.Description ?? before.description,
      routing: await checkRouting(tx, arn, version, weights),
      revision_id: context.ids.uuid(),
    };
    await putFunctionAlias(tx, row);
    return showAlias(row);
  });
}
