import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Settings } from '../shared/settings.ts';

/**
 * The ARNs of everything that is provisioned, in the account and region that the SDK is configured
 * for.
 */
export interface Arns {
  readonly bucket: string;
  readonly queue: string;
  readonly deadLetterQueue: string;
  readonly archiveQueue: string;
  readonly topic: string;
  readonly uploadedRule: string;
  readonly largeRule: string;
  readonly thumbnailFunction: string;
}

export async function arnsOf(settings: Settings): Promise<Arns> {
  const sts = new STSClient();
  const region = await sts.config.region();
  const { Account: account } = await sts.send(new GetCallerIdentityCommand());
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
  return {
    bucket: `arn:aws:s3:::${settings.bucket}`,
    queue: arn('sqs', settings.queue),
    deadLetterQueue: arn('sqs', settings.deadLetterQueue),
    archiveQueue: arn('sqs', settings.archiveQueue),
    topic: arn('sns', settings.topic),
    uploadedRule: arn('events', `rule/${settings.uploadedRule}`),
    largeRule: arn('events', `rule/${settings.largeRule}`),
    thumbnailFunction: arn('lambda', `function:${settings.thumbnailFunction}`),
  };
}
