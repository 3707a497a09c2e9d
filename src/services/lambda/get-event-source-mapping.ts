import type {
  EventSourceMappingConfiguration,
  GetEventSourceMappingRequest,
} from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { requireMapping, showMapping } from './show-mapping.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html */
export async function getEventSourceMapping(
  { UUID }: GetEventSourceMappingRequest,
  context: Context,
): Promise<EventSourceMappingConfiguration> {
  return showMapping(await context.storage.read((reader) => requireMapping(reader, context, UUID)));
}
