import type { AliasConfiguration, GetAliasRequest } from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { referToFunction } from './function-name.ts';
import { requireFunction } from './require-function.ts';
import { requireAlias, showAlias } from './show-alias.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html */
export async function getAlias(
  input: GetAliasRequest,
  context: Context,
): Promise<AliasConfiguration> {
  const reference = referToFunction(context, input.FunctionName, input.Name);
  return context.storage.read(async (reader) => {
    await requireFunction(reader, reference);
    return showAlias(await requireAlias(reader, reference.arn, input.Name));
  });
}
