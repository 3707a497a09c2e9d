import type { ListAliasesRequest, ListAliasesResponse } from '../../aws/models/lambda.ts';
import { listFunctionAliases } from '../../storage/tables/function-aliases.ts';
import type { Context } from '../context.ts';
import { referToWholeFunction } from './function-name.ts';
import { cutPage, pageOf } from './pages.ts';
import { requireFunction } from './require-function.ts';
import { showAlias } from './show-alias.ts';

/**
 * The aliases of a function, or only those that lead to one version.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html
 */
export async function listAliases(
  input: ListAliasesRequest,
  context: Context,
): Promise<ListAliasesResponse> {
  const reference = referToWholeFunction(context, input.FunctionName);
  const page = pageOf(input);
  const rows = await context.storage.read(async (reader) => {
    await requireFunction(reader, reference);
    const filter = { after: page.after, version: input.FunctionVersion ?? '' };
    return listFunctionAliases(reader, reference.arn, filter, page.size + 1);
  });
  const { items, NextMarker } = cutPage(rows, page, ({ name }) => name);
  return { Aliases: items.map(showAlias), NextMarker };
}
