import { parseArn } from '../../../aws/arn.ts';
import type { Authorization } from '../../../aws/policy/authorize.ts';
import type { Platform } from '../../../services/context.ts';
import { serviceRoleMay } from '../../../services/service-role.ts';
import type { Job, Result, Settle } from '../../destination.ts';
import type { OwedRecord } from '../../owe-records.ts';

/** What is sent to a destination of a function: the delivery's lane says where. */
export interface Sending {
  readonly job: Job;
  readonly record: OwedRecord;
}

/** One kind of destination: how it gets what became of an invocation. */
export type Send = (sending: Sending, platform: Platform) => Promise<Settle>;

/** Whether the function's role may do this with the destination. */
export function roleMay(
  { job, record }: Sending,
  platform: Platform,
  action: string,
  resourcePolicy: string | null,
): Promise<Authorization> {
  const { lane } = job.delivery;
  const { account = '', region = '' } = parseArn(lane) ?? {};
  const user = {
    service: 'lambda.amazonaws.com',
    roleArn: record.roleArn,
    account: job.event.account,
    sourceArn: job.event.source,
  };
  return serviceRoleMay(platform, user, {
    action,
    resource: lane,
    resourceAccount: account,
    resourcePolicy,
    region,
  });
}

export const rejected = (code: string, reason: string): Result => ({
  kind: 'rejected',
  code,
  reason,
});
