import { SQS, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import { ACCOUNT, REGION } from './platform.ts';

/** The two protocols that SQS clients speak: today's, and that of older SDKs. */
export const wires = ['awsJson', 'awsQuery'] as const;
export type Wire = (typeof wires)[number];

const QUERY_SETTINGS = {
  defaultNamespace: 'com.amazonaws.sqs',
  version: '2012-11-05',
  xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
};

/** An unmodified SDK client, that checks digests of messages itself. */
export function sqsClient(endpoint: string, wire: Wire, account: string = ACCOUNT): SQS {
  const config: SQSClientConfig = {
    endpoint,
    region: REGION,
    credentials: { accessKeyId: account, secretAccessKey: 'test' },
    maxAttempts: 1,
    ...(wire === 'awsQuery' && {
      protocol: AwsQueryProtocol as unknown as NonNullable<SQSClientConfig['protocol']>,
      protocolSettings: QUERY_SETTINGS,
    }),
  };
  return new SQS(config);
}
