import type {
  FilteredLogEvent,
  FilterLogEventsRequest,
  FilterLogEventsResponse,
} from '../../aws/models/cloudwatch-logs.ts';
import { compileLogFilter, LogFilterError } from '../../events/log-filter.ts';
import type { Context } from '../context.ts';
import { invalidParameter } from './errors.ts';
import { EVENT_BYTES_MAX, EVENTS_MAX, isEventId, logEvents } from './log-events.ts';
import { checkGroupExists, requestedGroup } from './log-group.ts';
import { checkLimit } from './pages.ts';

/**
 * The events of a group that contain what is looked for, over all streams, the oldest in front:
 * what `aws logs tail` reads.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export async function filterLogEvents(
  input: FilterLogEventsRequest,
  context: Context,
): Promise<FilterLogEventsResponse> {
  const { startTime, endTime, limit = EVENTS_MAX, nextToken } = input;
  const groupArn = requestedGroup(context, input);
  checkLimit(limit, EVENTS_MAX);
  if (nextToken !== undefined && !isEventId(nextToken))
    throw invalidParameter('The specified nextToken is invalid.');
  const matches = compile(input.filterPattern ?? '');
  const stream = streamsOf(input);
  await context.storage.read((reader) => checkGroupExists(reader, groupArn));
  const wanted = { groupArn, startTime, endTime, stream };
  const events: FilteredLogEvent[] = [];
  let bytes = 0;
  let more = false;
  for await (const event of logEvents(context.storage, wanted, 'forward', nextToken)) {
    if (!matches(event.message)) continue;
    bytes += Buffer.byteLength(event.message);
    more = events.length === limit || (events.length > 0 && bytes > EVENT_BYTES_MAX);
    if (more) break;
    const { id, timestamp, message } = event;
    events.push({
      logStreamName: event.stream,
      timestamp,
      message,
      ingestionTime: timestamp,
      eventId: id,
    });
  }
  return {
    events,
    searchedLogStreams: [],
    nextToken: more ? events.at(-1)?.eventId : undefined,
  };
}

/** Throws InvalidParameterException. */
function streamsOf(input: FilterLogEventsRequest): (name: string) => boolean {
  const { logStreamNames, logStreamNamePrefix } = input;
  if (logStreamNames !== undefined && logStreamNamePrefix !== undefined)
    throw invalidParameter('logStreamNames and logStreamNamePrefix cannot be given together.');
  return (name) => logStreamNames?.includes(name) ?? name.startsWith(logStreamNamePrefix ?? '');
}

function compile(pattern: string) {
  try {
    return compileLogFilter(pattern);
  } catch (error) {
    if (!(error instanceof LogFilterError)) throw error;
    throw invalidParameter(`Invalid filter pattern: ${error.message}`, error);
  }
}
