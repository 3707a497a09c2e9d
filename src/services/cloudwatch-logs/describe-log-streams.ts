import type {
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream,
} from '../../aws/models/cloudwatch-logs.ts';
import { type LogStreamRow, listLogStreams } from '../../storage/tables/log-groups.ts';
import { constraintMessage } from '../constraint.ts';
import type { Context } from '../context.ts';
import { invalidParameter } from './errors.ts';
import { checkGroupExists, requestedGroup } from './log-group.ts';
import { pageOf } from './pages.ts';

/** Streams looked at, by name. */
const STREAMS_MAX = 10_000;
const BY_NAME = 'LogStreamName';
const BY_TIME = 'LastEventTime';

/**
 * The streams of a log group, one for each execution environment, by name or by when they were
 * written to.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html
 */
export async function describeLogStreams(
  input: DescribeLogStreamsRequest,
  context: Context,
): Promise<DescribeLogStreamsResponse> {
  const { logStreamNamePrefix: prefix = '', orderBy = BY_NAME, descending = false } = input;
  const groupArn = requestedGroup(context, input);
  if (orderBy !== BY_NAME && orderBy !== BY_TIME)
    throw invalidParameter(
      constraintMessage('orderBy', orderBy, `satisfy enum value set: [${BY_NAME}, ${BY_TIME}]`),
    );
  if (prefix !== '' && orderBy === BY_TIME)
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  const streams = await context.storage.read(async (reader) => {
    await checkGroupExists(reader, groupArn);
    return listLogStreams(reader, groupArn, STREAMS_MAX);
  });
  const found = streams.filter(({ name }) => name.startsWith(prefix));
  if (orderBy === BY_TIME) found.sort((a, b) => a.last_at - b.last_at);
  if (descending) found.reverse();
  const { page, nextToken } = pageOf(found, input);
  return { logStreams: page.map((row) => show(groupArn, row)), nextToken };
}

const show = (groupArn: string, { name, first_at, last_at }: LogStreamRow): LogStream => ({
  logStreamName: name,
  creationTime: first_at,
  firstEventTimestamp: first_at,
  lastEventTimestamp: last_at,
  lastIngestionTime: last_at,
  arn: `${groupArn}:log-stream:${name}`,
  storedBytes: 0,
});
