import type { ListReplaysRequest, ListReplaysResponse } from '../../aws/models/eventbridge.ts';
import { listReplays as listRows } from '../../storage/tables/replays.ts';
import type { Context } from '../context.ts';
import { replayArn } from './archive-name.ts';
import { ARN, checkConstraints, REPLAY_NAME } from './constraints.ts';
import { describe } from './describe-replay.ts';
import { checkOneFilter, cutPage, pageOf } from './pages.ts';

const STATES = ['CANCELLED', 'CANCELLING', 'COMPLETED', 'FAILED', 'RUNNING', 'STARTING'];

/**
 * The account's replays in this region, by name.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListReplays.html
 */
export async function listReplays(
  input: ListReplaysRequest,
  context: Context,
): Promise<ListReplaysResponse> {
  const { NamePrefix, EventSourceArn, State } = input;
  checkConstraints(
    ['namePrefix', NamePrefix, REPLAY_NAME],
    ['eventSourceArn', EventSourceArn, ARN],
    ['state', State, { values: STATES }],
  );
  checkOneFilter('ListReplays', input);
  const { size, after } = pageOf(input);
  const filter = { archiveArn: EventSourceArn ?? null, state: State ?? null };
  const prefix = replayArn(context, NamePrefix ?? '');
  const rows = await context.storage.read((reader) =>
    listRows(reader, prefix, filter, after, size + 1),
  );
  const { items, nextToken } = cutPage(rows, size, ({ arn }) => arn);
  return { Replays: items.map(describe), NextToken: nextToken };
}
