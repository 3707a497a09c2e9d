import assert from 'node:assert/strict';
import { Lambda } from '@aws-sdk/client-lambda';
import { type Message, SQS } from '@aws-sdk/client-sqs';
import { zipOf } from '../../../src/lib/zip.ts';
import { type Spillway, type SpillwayOptions, startSpillway } from '../../../src/testing.ts';

export const ACCOUNT = '123456789012';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/functions`;
export const functionArn = (name: string) => `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${name}`;
export const queueArn = (name: string) => `arn:aws:sqs:us-east-1:${ACCOUNT}:${name}`;

/** A whole server with clients for functions and queues, and shorthands for both. */
export interface LambdaWorld extends AsyncDisposable {
  readonly spillway: Spillway;
  readonly lambda: Lambda;
  readonly sqs: SQS;
  /** Creates a Node.js function from the body of `async (event, context) => { ... }`; answers its ARN. */
  node(name: string, body: string, settings?: object): Promise<string>;
  /** Runs a function and reads its answer. */
  run(name: string, event?: unknown, settings?: object): Promise<Answer>;
  /** Creates a queue; answers its ARN. */
  queue(name: string, attributes?: Record<string, string>): Promise<string>;
  send(queue: string, body: string, settings?: object): Promise<string>;
  /** Takes everything out of a queue that can be received now. */
  drain(queue: string): Promise<Message[]>;
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the function returned
  readonly payload: any;
  readonly error: string | undefined;
  readonly version: string | undefined;
}

export async function createLambdaWorld(options?: SpillwayOptions): Promise<LambdaWorld> {
  const spillway = await startSpillway(options);
  // Without retries of its own, so that tests see each refusal.
  const lambda = new Lambda({ ...spillway.clientOptions, maxAttempts: 1 });
  const sqs = spillway.client(SQS);
  const urlOf = (queue: string) => `${spillway.url}/${ACCOUNT}/${queue.split(':').at(-1)}`;
  return {
    spillway,
    lambda,
    sqs,
    async node(name, body, settings = {}) {
      const { FunctionArn = '' } = await lambda.createFunction({
        FunctionName: name,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: ROLE,
        Code: { ZipFile: nodePackage(body) },
        Timeout: 10,
        ...settings,
      });
      return FunctionArn;
    },
    async run(name, event = {}, settings = {}) {
      const answer = await lambda.invoke({
        FunctionName: name,
        Payload: JSON.stringify(event),
        ...settings,
      });
      const text = answer.Payload?.transformToString() ?? '';
      return {
        payload: text === '' ? undefined : JSON.parse(text),
        error: answer.FunctionError,
        version: answer.ExecutedVersion,
      };
    },
    async queue(name, attributes) {
      await sqs.createQueue({ QueueName: name, ...(attributes && { Attributes: attributes }) });
      return queueArn(name);
    },
    async send(queue, body, settings = {}) {
      const sent = await sqs.sendMessage({
        QueueUrl: urlOf(queue),
        MessageBody: body,
        ...settings,
      });
      return sent.MessageId ?? '';
    },
    async drain(queue) {
      const drained: Message[] = [];
      for (;;) {
        const { Messages = [] } = await sqs.receiveMessage({
          QueueUrl: urlOf(queue),
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['All'],
        });
        if (Messages.length === 0) return drained;
        for (const { ReceiptHandle = '' } of Messages)
          await sqs.deleteMessage({ QueueUrl: urlOf(queue), ReceiptHandle });
        drained.push(...Messages);
      }
    },
    async [Symbol.asyncDispose]() {
      lambda.destroy();
      await spillway.close();
    },
  };
}

/** The zip file of a Node.js function whose handler has this body. */
export const nodePackage = (body: string): Buffer =>
  zipOf({ 'index.mjs': `export const handler = async (event, context) => { ${body} };` });

/** What clients see of an error. */
export interface ExpectedError {
  readonly name: string;
  readonly message: string | RegExp;
  readonly status?: number;
}

export async function rejects(call: Promise<unknown>, expected: ExpectedError): Promise<void> {
  await assert.rejects(call, (error: Error & { $metadata: { httpStatusCode: number } }) => {
    const { name, message } = error;
    if (expected.message instanceof RegExp) assert.match(message, expected.message);
    else assert.equal(message, expected.message);
    assert.equal(name, expected.name);
    if (expected.status !== undefined)
      assert.equal(error.$metadata.httpStatusCode, expected.status);
    return true;
  });
}

export const invalid = (message: string | RegExp): ExpectedError => ({
  name: 'InvalidParameterValueException',
  message,
  status: 400,
});

export const notFound = (message: string | RegExp): ExpectedError => ({
  name: 'ResourceNotFoundException',
  message,
  status: 404,
});

export const conflict = (message: string | RegExp): ExpectedError => ({
  name: 'ResourceConflictException',
  message,
  status: 409,
});
