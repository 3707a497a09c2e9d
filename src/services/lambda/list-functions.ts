import { functionArn } from '../../aws/arn.ts';
import type { ListFunctionsRequest, ListFunctionsResponse } from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import { listFunctionVersions } from '../../storage/tables/function-versions.ts';
import { getFunction, listFunctionsByArn } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { showListed, versionName } from './configuration.ts';
import { describeVersion } from './describe-version.ts';
import { unsupported } from './errors.ts';
import type { FoundVersion } from './find-version.ts';
import { cutPage, type Page, pageOf } from './pages.ts';

type Listed = Omit<FoundVersion, 'alias'>;

/**
 * The functions of an account in a region, by name; with `FunctionVersion: ALL`, every version of
 * each.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
 */
export async function listFunctions(
  input: ListFunctionsRequest,
  context: Context,
): Promise<ListFunctionsResponse> {
  if (input.MasterRegion !== undefined) throw unsupported('MasterRegion');
  const all = input.FunctionVersion === 'ALL';
  const prefix = functionArn(context.region, context.account, '');
  const page = pageOf(input);
  return context.storage.read(async (reader) => {
    const listed = all
      ? await versionsAfter(reader, prefix, page)
      : await functionsAfter(reader, prefix, page);
    const { items, NextMarker } = cutPage(listed, page, markerOf);
    const Functions = [];
    for (const item of items)
      Functions.push(
        showListed(
          await describeVersion(reader, item, all ? versionName(item.version) : undefined),
        ),
      );
    return { Functions, NextMarker };
  });
}

/** `arn version`, the version zero-padded or not: only `afterMarker` reads it. */
const markerOf = ({ owner, version }: Listed) => `${owner.arn} ${version}`;

function afterMarker({ after }: Page): { arn: string; version: number } {
  const [arn = '', version = '0'] = after.split(' ');
  return { arn, version: Number(version) };
}

async function functionsAfter(reader: Reader, prefix: string, page: Page): Promise<Listed[]> {
  const { arn } = afterMarker(page);
  const rows = await listFunctionsByArn(reader, prefix, arn, page.size + 1);
  return rows.map((owner) => ({ owner, version: 0, revision: owner }));
}

async function versionsAfter(reader: Reader, prefix: string, page: Page): Promise<Listed[]> {
  const wanted = page.size + 1;
  const start = afterMarker(page);
  const listed: Listed[] = [];
  const begun = start.arn === '' ? undefined : await getFunction(reader, start.arn);
  if (begun)
    for (const row of await listFunctionVersions(reader, begun.arn, start.version, wanted))
      listed.push({ owner: begun, version: row.version, revision: row });
  for (const owner of await listFunctionsByArn(reader, prefix, start.arn, wanted)) {
    if (listed.length >= wanted) break;
    listed.push({ owner, version: 0, revision: owner });
    for (const row of await listFunctionVersions(reader, owner.arn, 0, wanted))
      listed.push({ owner, version: row.version, revision: row });
  }
  return listed.slice(0, wanted);
}
