import type {
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '../../aws/models/lambda.ts';
import { deleteEventSourceMappingRow } from '../../storage/tables/event-source-mappings.ts';
import type { Context } from '../context.ts';
import { requireMapping, showMapping } from './show-mapping.ts';

/**
 * Ends a mapping; the batch that the function has just now is still finished.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html
 */
export async function deleteEventSourceMapping(
  { UUID }: DeleteEventSourceMappingRequest,
  context: Context,
): Promise<EventSourceMappingConfiguration> {
  return context.storage.transaction(async (tx) => {
    const row = await requireMapping(tx, context, UUID);
    await deleteEventSourceMappingRow(tx, UUID);
    return showMapping(row, 'Deleting');
  });
}
