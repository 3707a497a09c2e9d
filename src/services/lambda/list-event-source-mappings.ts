import type {
  ListEventSourceMappingsRequest,
  ListEventSourceMappingsResponse,
} from '../../aws/models/lambda.ts';
import { listEventSourceMappings as listRows } from '../../storage/tables/event-source-mappings.ts';
import type { Context } from '../context.ts';
import { referToFunction } from './function-name.ts';
import { cutPage, pageOf } from './pages.ts';
import { showMapping } from './show-mapping.ts';

/**
 * The mappings of an account in a region: all, or those of one queue or function.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html
 */
export async function listEventSourceMappings(
  input: ListEventSourceMappingsRequest,
  context: Context,
): Promise<ListEventSourceMappingsResponse> {
  const { account, region } = context;
  const page = pageOf(input);
  const filter = {
    account,
    region,
    eventSourceArn: input.EventSourceArn ?? '',
    functionArn:
      input.FunctionName === undefined
        ? ''
        : referToFunction(context, input.FunctionName).qualifiedArn,
  };
  const rows = await context.storage.read((reader) =>
    listRows(reader, filter, page.after, page.size + 1),
  );
  const { items, NextMarker } = cutPage(rows, page, ({ uuid }) => uuid);
  return { EventSourceMappings: items.map((row) => showMapping(row)), NextMarker };
}
