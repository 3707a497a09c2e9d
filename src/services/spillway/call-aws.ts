import { rootArn } from '../../aws/arn.ts';
import { AwsError } from '../../aws/error.ts';
import * as eventbridge from '../../aws/models/eventbridge.ts';
import * as lambda from '../../aws/models/lambda.ts';
import * as s3 from '../../aws/models/s3.ts';
import * as sns from '../../aws/models/sns.ts';
import * as sqs from '../../aws/models/sqs.ts';
import { DecodeFault } from '../../aws/protocols/decode-fault.ts';
import { readJson, writeJson } from '../../aws/protocols/json.ts';
import type { Model, Operation } from '../../aws/protocols/shape.ts';
import type { Caller } from '../caller.ts';
import type { Context, ServiceName } from '../context.ts';
import { type Given, notFound, readText } from './input.ts';
import type { Page } from './page.ts';

interface CallAwsInput {
  readonly service: string;
  readonly operation: string;
  /** As the root user of this account, in this region; those of the server when left out. */
  readonly account?: Given;
  readonly region?: Given;
  /** Everything else is the input of the operation, its members as AWS spells them. */
  readonly [member: string]: Given;
}

/**
 * What the console may ask and do. Whatever else, a client of one's own does with one's own
 * credentials.
 */
const OFFERED: Partial<Readonly<Record<ServiceName, readonly [Model, ReadonlySet<string>]>>> = {
  s3: [
    s3,
    new Set([
      'GetBucketNotificationConfiguration',
      'GetBucketVersioning',
      'GetBucketPolicy',
      'GetBucketCors',
      'GetBucketTagging',
      'ListObjectVersions',
      'HeadObject',
      'GetObjectTagging',
    ]),
  ],
  sqs: [
    sqs,
    new Set([
      'GetQueueAttributes',
      'ListDeadLetterSourceQueues',
      'StartMessageMoveTask',
      'ListMessageMoveTasks',
      'CancelMessageMoveTask',
    ]),
  ],
  sns: [sns, new Set(['GetTopicAttributes', 'GetSubscriptionAttributes', 'Publish'])],
  eventbridge: [
    eventbridge,
    new Set(['DescribeRule', 'ListTargetsByRule', 'TestEventPattern', 'EnableRule', 'DisableRule']),
  ],
  lambda: [
    lambda,
    new Set([
      'GetFunctionConfiguration',
      'GetFunctionEventInvokeConfig',
      'GetPolicy',
      'ListEventSourceMappings',
      'Invoke',
    ]),
  ],
};

/**
 * CallAws - one operation of an AWS API with the rights of the operator, JSON both ways: the
 * console sees what any client sees, and needs neither keys nor signatures. Refusals are AWS's own.
 */
export async function callAws(input: CallAwsInput, context: Context): Promise<Page> {
  const { service, operation: name, account, region, ...members } = input;
  const operation = offered(service, name);
  const answer = await context.call(service as ServiceName, name, decode(operation, members), {
    caller: rootCaller(readText('account', account) ?? context.settings.account, context.caller),
    region: readText('region', region) ?? context.settings.region,
    requestId: service === 's3' ? context.requestId : context.ids.uuid(),
    protocol: 'awsJson1_0',
  });
  return {
    contentType: 'application/json',
    body: writeJson(operation.output, answer as object),
  };
}

function offered(service: string, name: string): Operation {
  const [model, names] = OFFERED[service as ServiceName] ?? [];
  const operation = names?.has(name) ? model?.operations[name] : undefined;
  if (!operation) throw notFound(`The console does not offer ${service} ${name}.`);
  return operation;
}

function decode(operation: Operation, members: object): object {
  try {
    return readJson(operation.input, Buffer.from(JSON.stringify(members)));
  } catch (cause) {
    if (!(cause instanceof DecodeFault)) throw cause;
    throw new AwsError('InvalidInput', cause.message, { cause });
  }
}

const rootCaller = (account: string, { sourceIp, userAgent }: Caller): Caller => ({
  principal: { kind: 'root', account, arn: rootArn(account) },
  account,
  principalId: account,
  accessKeyId: undefined,
  sourceIp,
  userAgent,
  sessionPolicies: [],
});
