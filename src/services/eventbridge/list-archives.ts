import type { ListArchivesRequest, ListArchivesResponse } from '../../aws/models/eventbridge.ts';
import { listArchives as listRows } from '../../storage/tables/archives.ts';
import type { Context } from '../context.ts';
import { archiveArn } from './archive-name.ts';
import { ARCHIVE_NAME, ARN, checkConstraints } from './constraints.ts';
import { describe } from './describe-archive.ts';
import { checkOneFilter, cutPage, pageOf } from './pages.ts';

const STATES = ['ENABLED', 'DISABLED', 'CREATING', 'UPDATING', 'CREATE_FAILED', 'UPDATE_FAILED'];

/**
 * The account's archives in this region, by name. All of them are enabled.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListArchives.html
 */
export async function listArchives(
  input: ListArchivesRequest,
  context: Context,
): Promise<ListArchivesResponse> {
  const { NamePrefix, EventSourceArn, State } = input;
  checkConstraints(
    ['namePrefix', NamePrefix, ARCHIVE_NAME],
    ['eventSourceArn', EventSourceArn, ARN],
    ['state', State, { values: STATES }],
  );
  checkOneFilter('ListArchives', input);
  const { size, after } = pageOf(input);
  if ((State ?? 'ENABLED') !== 'ENABLED') return { Archives: [] };
  const prefix = archiveArn(context, NamePrefix ?? '');
  const rows = await context.storage.read((reader) =>
    listRows(reader, prefix, EventSourceArn ?? null, after, size + 1),
  );
  const { items, nextToken } = cutPage(rows, size, ({ arn }) => arn);
  return { Archives: items.map(describe), NextToken: nextToken };
}
