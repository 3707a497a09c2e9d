import type {
  EventSourceMappingConfiguration,
  UpdateEventSourceMappingRequest,
} from '../../aws/models/lambda.ts';
import {
  findEventSourceMapping,
  updateEventSourceMapping as updateRow,
} from '../../storage/tables/event-source-mappings.ts';
import type { Context } from '../context.ts';
import { checkMapping } from './check-mapping.ts';
import { mappingExists } from './errors.ts';
import { referToFunction } from './function-name.ts';
import { changeMappingSettings } from './mapping-settings.ts';
import { requireMapping, showMapping } from './show-mapping.ts';

/**
 * Changes a mapping, switches it on or off, or gives it another function; what is left out stays.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html
 */
export async function updateEventSourceMapping(
  input: UpdateEventSourceMappingRequest,
  context: Context,
): Promise<EventSourceMappingConfiguration> {
  const before = await context.storage.read((reader) =>
    requireMapping(reader, context, input.UUID),
  );
  const reference = referToFunction(context, input.FunctionName ?? before.function_arn);
  if (input.FunctionName !== undefined)
    await checkMapping(context, reference, before.event_source_arn);
  return context.storage.transaction(async (tx) => {
    const row = await requireMapping(tx, context, input.UUID);
    const { event_source_arn: source } = row;
    const other = await findEventSourceMapping(tx, source, reference.qualifiedArn);
    if (other && other.uuid !== row.uuid) throw mappingExists(source, reference.name, other.uuid);
    const changes = {
      ...changeMappingSettings(input, source, row),
      function_arn: reference.qualifiedArn,
      modified_at: context.clock.now(),
    };
    await updateRow(tx, row.uuid, changes);
    return showMapping({ ...row, ...changes }, transition(row.enabled, changes.enabled));
  });
}

function transition(before: number, after: number): string {
  if (before === after) return 'Updating';
  return after === 1 ? 'Enabling' : 'Disabling';
}
