import {
  CreateEventSourceMappingCommand,
  CreateFunctionCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type Spillway, zipOf } from '../../src/testing.ts';

export const queueArn = (queue: string) => `arn:aws:sqs:us-east-1:123456789012:${queue}`;
export const functionArn = (name: string) =>
  `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
export const queueUrl = ({ url }: Spillway, queue: string) => `${url}/123456789012/${queue}`;

/** `source` is the module; `put` in it writes an object to a bucket that everybody may write to. */
export async function createFunction(
  spillway: Spillway,
  FunctionName: string,
  source: string,
  deadLetterQueue?: string,
): Promise<void> {
  await spillway.client(LambdaClient).send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: `arn:aws:iam::123456789012:role/${FunctionName}`,
      Code: { ZipFile: zipOf({ 'index.mjs': source + PUT }) },
      ...(deadLetterQueue && { DeadLetterConfig: { TargetArn: queueArn(deadLetterQueue) } }),
    }),
  );
}

const PUT = `
async function put(bucket, key) {
  const url = process.env.AWS_ENDPOINT_URL + '/' + bucket + '/' + key;
  const answer = await fetch(url, { method: 'PUT', body: 'x' });
  if (!answer.ok) throw new Error(await answer.text());
}`;

/** Answers the mapping's UUID. */
export async function feed(
  spillway: Spillway,
  queue: string,
  FunctionName: string,
  more: Partial<ConstructorParameters<typeof CreateEventSourceMappingCommand>[0]> = {},
): Promise<string> {
  const { UUID = '' } = await spillway.client(LambdaClient).send(
    new CreateEventSourceMappingCommand({
      EventSourceArn: queueArn(queue),
      FunctionName,
      ...more,
    }),
  );
  return UUID;
}

export async function createQueue(
  spillway: Spillway,
  QueueName: string,
  Attributes: Record<string, string> = {},
): Promise<void> {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: '*',
      Action: 'sqs:SendMessage',
      Resource: queueArn(QueueName),
    },
  });
  await spillway
    .client(SQSClient)
    .send(new CreateQueueCommand({ QueueName, Attributes: { Policy, ...Attributes } }));
}

export const deadLetters = (queue: string, maxReceiveCount: number) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(queue), maxReceiveCount }),
});
