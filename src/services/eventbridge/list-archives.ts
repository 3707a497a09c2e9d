import type { ListArchivesRequest, ListArchivesResponse } from '../../aws/models/eventbridge.ts';
import { listArchives as listRows } from '../../storage/tables/archives.ts';
import type { Context } from '../context.ts';
import { archiveArn } from './archive-name.ts';
import { ARCHIVE_NAME, ARN, checkConstraints } from './constraints.ts';
import { describe } from './describe-archive.ts';
import { checkBusExists, requiredBusArn } from './event-bus.ts';
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
  const bus = EventSourceArn === undefined ? undefined : requiredBusArn(EventSourceArn);
  const prefix = archiveArn(context, NamePrefix ?? '');
  return context.storage.read(async (reader) => {
    if (bus) await checkBusExists(reader, bus);
    if ((State ?? 'ENABLED') !== 'ENABLED') return { Archives: [] };
    const rows = await listRows(reader, prefix, bus?.arn ?? null, after, size + 1);
    const { items, nextToken } = cutPage(rows, size, ({ arn }) => arn);
    return { Archives: items.map(describe), NextToken: nextToken };
  });
}
