import type {
  ListVersionsByFunctionRequest,
  ListVersionsByFunctionResponse,
} from '../../aws/models/lambda.ts';
import { listFunctionVersions } from '../../storage/tables/function-versions.ts';
import type { Context } from '../context.ts';
import { showListed, versionName } from './configuration.ts';
import { describeVersion } from './describe-version.ts';
import { referToFunction } from './function-name.ts';
import { cutPage, pageOf } from './pages.ts';
import { requireFunction } from './require-function.ts';

/**
 * The versions of a function, `$LATEST` first.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html
 */
export async function listVersionsByFunction(
  input: ListVersionsByFunctionRequest,
  context: Context,
): Promise<ListVersionsByFunctionResponse> {
  const reference = referToFunction(context, input.FunctionName);
  const page = pageOf(input);
  return context.storage.read(async (reader) => {
    const owner = await requireFunction(reader, reference);
    const published = await listFunctionVersions(
      reader,
      owner.arn,
      Number(page.after),
      page.size + 1,
    );
    const listed = published.map((row) => ({ owner, version: row.version, revision: row }));
    const first = page.after === '' ? [{ owner, version: 0, revision: owner }] : [];
    const { items, NextMarker } = cutPage([...first, ...listed], page, ({ version }) =>
      String(version),
    );
    const Versions = [];
    for (const item of items)
      Versions.push(showListed(await describeVersion(reader, item, versionName(item.version))));
    return { Versions, NextMarker };
  });
}
