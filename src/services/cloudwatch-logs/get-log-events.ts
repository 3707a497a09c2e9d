import type {
  GetLogEventsRequest,
  GetLogEventsResponse,
} from '../../aws/models/cloudwatch-logs.ts';
import { listLogStreams } from '../../storage/tables/log-groups.ts';
import type { Context } from '../context.ts';
import { invalidParameter, streamNotFound } from './errors.ts';
import { EVENT_BYTES_MAX, EVENTS_MAX, isEventId, type LogEvent, logEvents } from './log-events.ts';
import { checkGroupExists, requestedGroup } from './log-group.ts';
import { checkLimit } from './pages.ts';

const STREAMS_MAX = 10_000;

/**
 * The events of one stream: the latest ones, or with `startFromHead` the first ones; the tokens lead
 * on in both directions, and where there is nothing more a token leads to itself.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 */
export async function getLogEvents(
  input: GetLogEventsRequest,
  context: Context,
): Promise<GetLogEventsResponse> {
  const { logStreamName, startTime, endTime, limit = EVENTS_MAX, nextToken } = input;
  const groupArn = requestedGroup(context, input);
  checkLimit(limit, EVENTS_MAX);
  const begun = readToken(nextToken);
  await context.storage.read(async (reader) => {
    await checkGroupExists(reader, groupArn);
    const streams = await listLogStreams(reader, groupArn, STREAMS_MAX);
    if (!streams.some(({ name }) => name === logStreamName)) throw streamNotFound();
  });
  const direction = begun?.direction ?? (input.startFromHead ? 'forward' : 'backward');
  const wanted = { groupArn, startTime, endTime, stream: (name: string) => name === logStreamName };
  const events: LogEvent[] = [];
  let bytes = 0;
  for await (const event of logEvents(context.storage, wanted, direction, begun?.beside)) {
    bytes += Buffer.byteLength(event.message);
    if (events.length === limit || (events.length > 0 && bytes > EVENT_BYTES_MAX)) break;
    events.push(event);
  }
  if (direction === 'backward') events.reverse();
  const first = events[0]?.id ?? begun?.beside ?? START;
  const last = events.at(-1)?.id ?? begun?.beside ?? START;
  return {
    events: events.map(({ timestamp, message }) => ({
      timestamp,
      message,
      ingestionTime: timestamp,
    })),
    nextForwardToken: `f/${last}/s`,
    nextBackwardToken: `b/${first}/s`,
  };
}

/** Before all events. */
const START = '0'.repeat(30);

/** Throws InvalidParameterException. */
function readToken(token: string | undefined) {
  if (token === undefined) return undefined;
  const [, sign, beside = ''] = /^([fb])\/(\d+)\/s$/.exec(token) ?? [];
  if (!isEventId(beside)) throw invalidParameter('The specified nextToken is invalid.');
  return { direction: sign === 'f' ? ('forward' as const) : ('backward' as const), beside };
}
