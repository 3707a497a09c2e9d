import type {
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '../../aws/models/lambda.ts';
import {
  findEventSourceMapping,
  insertEventSourceMapping,
} from '../../storage/tables/event-source-mappings.ts';
import type { Context } from '../context.ts';
import { checkMapping } from './check-mapping.ts';
import { invalidParameter, mappingExists } from './errors.ts';
import { referToFunction } from './function-name.ts';
import { changeMappingSettings } from './mapping-settings.ts';
import { showMapping } from './show-mapping.ts';
import { changeTags } from './tags.ts';

/**
 * Feeds a function from an SQS queue of this server; other sources are refused.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
export async function createEventSourceMapping(
  input: CreateEventSourceMappingRequest,
  context: Context,
): Promise<EventSourceMappingConfiguration> {
  const { EventSourceArn: source } = input;
  if (source === undefined) throw invalidParameter('Unrecognized event source.');
  const reference = referToFunction(context, input.FunctionName);
  await checkMapping(context, reference, source);
  const settings = changeMappingSettings(input, source);
  const tags = changeTags('{}', input.Tags ?? {});
  return context.storage.transaction(async (tx) => {
    const other = await findEventSourceMapping(tx, source, reference.qualifiedArn);
    if (other) throw mappingExists(source, reference.name, other.uuid);
    const row = {
      uuid: context.ids.uuid(),
      account: reference.account,
      region: reference.region,
      function_arn: reference.qualifiedArn,
      event_source_arn: source,
      ...settings,
      tags,
      modified_at: context.clock.now(),
    };
    await insertEventSourceMapping(tx, row);
    return showMapping({ ...row, last_result: null }, 'Creating');
  });
}
