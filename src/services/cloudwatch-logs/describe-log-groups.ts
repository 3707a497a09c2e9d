import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  LogGroup,
} from '../../aws/models/cloudwatch-logs.ts';
import { type LogGroupRow, listLogGroups } from '../../storage/tables/log-groups.ts';
import type { Context } from '../context.ts';
import { invalidParameter } from './errors.ts';
import { logGroupArn, nameOf } from './log-group.ts';
import { pageOf } from './pages.ts';

/** Groups looked at, by name. */
const GROUPS_MAX = 10_000;

/**
 * The log groups that functions have written to, by name.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
 */
export async function describeLogGroups(
  input: DescribeLogGroupsRequest,
  context: Context,
): Promise<DescribeLogGroupsResponse> {
  const { logGroupNamePrefix = '', logGroupNamePattern, logGroupIdentifiers } = input;
  if (input.includeLinkedAccounts || input.accountIdentifiers?.length)
    throw invalidParameter('Linked accounts are not supported by Spillway.');
  if (logGroupNamePrefix !== '' && logGroupNamePattern !== undefined)
    throw invalidParameter(
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  const groups = await context.storage.read((reader) =>
    listLogGroups(reader, logGroupArn(context, logGroupNamePrefix), '', GROUPS_MAX),
  );
  const pattern = logGroupNamePattern?.toLowerCase() ?? '';
  const isOther = ({ logGroupClass = 'STANDARD' }: DescribeLogGroupsRequest) =>
    logGroupClass !== 'STANDARD';
  const found = groups.filter(
    ({ arn }) =>
      nameOf(arn).toLowerCase().includes(pattern) &&
      (logGroupIdentifiers?.some((wanted) => wanted === arn || wanted === nameOf(arn)) ?? true) &&
      !isOther(input),
  );
  const { page, nextToken } = pageOf(found, input);
  return { logGroups: page.map(show), nextToken };
}

const show = ({ arn, created_at, chars }: LogGroupRow): LogGroup => ({
  logGroupName: nameOf(arn),
  creationTime: created_at,
  metricFilterCount: 0,
  arn: `${arn}:*`,
  storedBytes: chars,
  logGroupClass: 'STANDARD',
  logGroupArn: arn,
});
