import type { Operations } from '../../aws/models/cloudwatch-logs.ts';
import { callerArn } from '../caller.ts';
import type { Context } from '../context.ts';
import { defineService } from '../define-service.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { accessDenied } from './errors.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import { type GroupRequest, logGroupArn, requestedGroup } from './log-group.ts';

/**
 * Amazon CloudWatch Logs, as far as one reads the logs of functions: `aws logs tail /aws/lambda/NAME`.
 *
 * The logs are those that every run of a function keeps (`storage/tables/function-logs.ts`). A log group exists once
 * its function has run; `log-events` cuts logs into events.
 *
 * Deviation from AWS: the latest 500 logs of a function are kept, each with its last 64 KiB, and they go with the function. Nothing
 * else can be written, so groups cannot be made, changed or deleted.
 */
export const cloudwatchLogs = defineService<Operations>({
  name: 'cloudwatch-logs',
  handlers: {
    DescribeLogGroups: describeLogGroups,
    DescribeLogStreams: describeLogStreams,
    FilterLogEvents: filterLogEvents,
    GetLogEvents: getLogEvents,
  },
  access: async (operation, input: GroupRequest & { readonly logStreamName?: string }, context) => [
    {
      action: `logs:${operation}`,
      resource: `${groupOf(operation, input, context)}:log-stream:${input.logStreamName ?? ''}`,
      resourceAccount: context.account,
    },
  ],
  denied: ({ action, resource }, caller, reason) =>
    accessDenied(
      `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
    ),
});

const groupOf = (operation: string, input: GroupRequest, context: Context): string =>
  operation === 'DescribeLogGroups' ? logGroupArn(context, '') : requestedGroup(context, input);
