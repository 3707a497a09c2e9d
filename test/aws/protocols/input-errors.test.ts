import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AwsError } from '../../../src/aws/error.ts';
import type { HttpRequest } from '../../../src/aws/protocols/http.ts';
import { createProtocol } from '../../../src/aws/protocols/protocol.ts';
import type { Operation, ProtocolName } from '../../../src/aws/protocols/shape.ts';
import { models } from './models.ts';

/** Requests that cannot be read, and the error of each service for them. */
interface Case {
  readonly call: `${string}.${string}`;
  readonly protocol: ProtocolName;
  readonly request: Partial<Pick<HttpRequest, 'path'>> & {
    readonly body?: string;
    readonly query?: string;
    readonly headers?: Record<string, string>;
  };
  readonly code: string;
  readonly message?: string;
  readonly members?: Record<string, string>;
}

const MALFORMED_XML =
  'The XML you provided was not well-formed or did not validate against our published schema';

const CASES: readonly Case[] = [
  {
    call: 'sqs.SendMessage',
    protocol: 'awsJson1_0',
    request: { body: '{"QueueUrl":"q"}' },
    code: 'MissingRequiredParameterException',
    message: 'The request must contain the parameter MessageBody.',
  },
  {
    call: 'sqs.SendMessage',
    protocol: 'awsJson1_0',
    request: { body: '{"QueueUrl":"q","MessageBody":1}' },
    code: 'SerializationException',
    message: 'NUMBER_VALUE cannot be converted to String',
  },
  {
    call: 'sqs.SendMessage',
    protocol: 'awsJson1_0',
    request: { body: 'QueueUrl=q' },
    code: 'SerializationException',
  },
  {
    call: 'sqs.SendMessageBatch',
    protocol: 'awsQuery',
    request: { body: 'QueueUrl=q&SendMessageBatchRequestEntry.1.Id=a' },
    code: 'MissingRequiredParameterException',
    message: 'The request must contain the parameter MessageBody.',
  },
  {
    call: 'sqs.ReceiveMessage',
    protocol: 'awsQuery',
    request: { body: 'QueueUrl=q&MaxNumberOfMessages=all' },
    code: 'InvalidParameterValueException',
    message: 'The value for parameter MaxNumberOfMessages is invalid. Reason: all is not a number.',
  },
  {
    call: 'sqs.SendMessage',
    protocol: 'awsQuery',
    request: { body: 'QueueUrl=%E0' },
    code: 'MalformedQueryString',
  },
  {
    call: 'sns.CreateTopic',
    protocol: 'awsQuery',
    request: { body: 'Action=CreateTopic' },
    code: 'ValidationError',
    message:
      "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
  },
  {
    call: 'iam.ListUsers',
    protocol: 'awsQuery',
    request: { body: 'MaxItems=x' },
    code: 'MalformedInput',
  },
  {
    call: 'eventbridge.PutTargets',
    protocol: 'awsJson1_1',
    request: { body: '{"Rule":"r","Targets":[{"Id":"a","Arn":"b"},{"Id":"c"}]}' },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value null at 'targets.2.member.arn' failed to satisfy constraint: Member must not be null",
  },
  {
    call: 'eventbridge.PutEvents',
    protocol: 'awsJson1_1',
    request: { body: '{"Entries":[null]}' },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value null at 'entries.1.member' failed to satisfy constraint: Member must not be null",
  },
  {
    call: 'sns.Publish',
    protocol: 'awsQuery',
    request: {
      body: 'Message=m&MessageAttributes.entry.1.Name=attr1&MessageAttributes.entry.1.Value.StringValue=x',
    },
    code: 'ValidationError',
    message:
      "1 validation error detected: Value null at 'messageAttributes.attr1.member.dataType' failed to satisfy constraint: Member must not be null",
  },
  {
    call: 'sns.Unsubscribe',
    protocol: 'awsQuery',
    request: { body: '' },
    code: 'InvalidParameterException',
    message: 'Invalid parameter: SubscriptionArn Reason: no value for required parameter',
  },
  {
    call: 'lambda.AddPermission',
    protocol: 'restJson1',
    request: { body: '' },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value null at 'statementId' failed to satisfy constraint: Member must not be null",
  },
  {
    call: 'lambda.UntagResource',
    protocol: 'restJson1',
    request: {},
    code: 'ValidationException',
    message:
      "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must not be null",
  },
  {
    call: 'lambda.CreateFunction',
    protocol: 'restJson1',
    request: { body: '{' },
    code: 'SerializationException',
  },
  {
    call: 'lambda.ListFunctions',
    protocol: 'restJson1',
    request: { query: 'MaxItems=many' },
    code: 'SerializationException',
  },
  {
    call: 's3.PutBucketNotificationConfiguration',
    protocol: 'restXml',
    request: { body: '<NotificationConfiguration><Other/></NotificationConfiguration>' },
    code: 'MalformedXML',
    message: MALFORMED_XML,
  },
  {
    call: 's3.PutBucketNotificationConfiguration',
    protocol: 'restXml',
    request: {
      body: '<NotificationConfiguration><QueueConfiguration><Queue>a</Queue></QueueConfiguration></NotificationConfiguration>',
    },
    code: 'MalformedXML',
    message: MALFORMED_XML,
  },
  {
    call: 's3.DeleteObjects',
    protocol: 'restXml',
    request: { body: '' },
    code: 'MissingRequestBodyError',
    message: 'Request Body is empty',
  },
  {
    call: 's3.DeleteObjects',
    protocol: 'restXml',
    request: { body: '<Delete><Object><Key>a</Key></Delete>' },
    code: 'MalformedXML',
    message: MALFORMED_XML,
  },
  {
    call: 's3.ListObjectsV2',
    protocol: 'restXml',
    request: { query: 'max-keys=ten' },
    code: 'InvalidArgument',
    message: 'Provided max-keys not an integer or within integer range',
    members: { ArgumentName: 'max-keys', ArgumentValue: 'ten' },
  },
  {
    call: 's3.UploadPart',
    protocol: 'restXml',
    request: { query: 'partNumber=one&uploadId=u' },
    code: 'InvalidArgument',
    message: 'Part number must be an integer between 1 and 10000, inclusive',
    members: { ArgumentName: 'partNumber', ArgumentValue: 'one' },
  },
  {
    call: 's3.PutObject',
    protocol: 'restXml',
    request: { headers: { 'x-amz-object-lock-retain-until-date': 'soon' } },
    code: 'InvalidArgument',
  },
  {
    call: 's3.GetObjectAttributes',
    protocol: 'restXml',
    request: {},
    code: 'InvalidRequest',
    message: 'Missing required header for this request: x-amz-object-attributes',
  },
];

function operationOf(call: string) {
  const [service = '', name = ''] = call.split('.');
  const model = models[service];
  const operation = model?.operations[name];
  assert.ok(model && operation, call);
  return { model, operation };
}

const requestOf = ({ path = '/', body = '', query = '', headers = {} }: Case['request']) => ({
  method: 'POST',
  path,
  query: new URLSearchParams(query),
  headers,
  body: Buffer.from(body),
});

/** Labels are the router's business. */
const labelsOf = ({ input }: Operation) =>
  Object.fromEntries(input.members.filter((m) => m.traits.httpLabel).map((m) => [m.name, '1']));

describe('requests that cannot be read', () => {
  for (const { call, protocol, request, code, message, members } of CASES) {
    test(`${call} ${protocol} ${JSON.stringify(request)}`, () => {
      const { model, operation } = operationOf(call);
      assert.throws(
        () =>
          createProtocol(model, protocol).readInput(
            operation,
            requestOf(request),
            labelsOf(operation),
          ),
        (error: AwsError) => {
          assert.ok(error instanceof AwsError, String(error));
          assert.equal(error.code, code);
          assert.equal(error.status, 400);
          if (message !== undefined) assert.equal(error.message, message);
          if (members) assert.deepEqual(error.members, members);
          return true;
        },
      );
    });
  }
});

function readInput(call: string, protocol: ProtocolName, request: Case['request']) {
  const { model, operation } = operationOf(call);
  return createProtocol(model, protocol).readInput(
    operation,
    requestOf(request),
    labelsOf(operation),
  );
}

test('a condition whose date cannot be read is no condition', () => {
  const headers = { 'if-modified-since': 'yesterday', 'if-none-match': '"e"' };
  assert.deepEqual(readInput('s3.GetObject', 'restXml', { headers }), {
    Bucket: '1',
    Key: '1',
    IfNoneMatch: '"e"',
  });
});

test('SQS over awsQuery takes the queue from the path, where no parameter names it', () => {
  const request = {
    path: '/123456789012/q',
    headers: { host: 'localhost:4566' },
    query: 'Action=SendMessage&MessageBody=a',
  };
  assert.equal(
    readInput('sqs.SendMessage', 'awsQuery', request).QueueUrl,
    'http://localhost:4566/123456789012/q',
  );
  const named = { ...request, body: 'QueueUrl=other' };
  assert.equal(readInput('sqs.SendMessage', 'awsQuery', named).QueueUrl, 'other');
});

test('SQS over awsQuery reads AttributeName into both of its members', () => {
  const request = { body: 'QueueUrl=q&AttributeName.1=All' };
  assert.deepEqual(readInput('sqs.ReceiveMessage', 'awsQuery', request), {
    QueueUrl: 'q',
    AttributeNames: ['All'],
    MessageSystemAttributeNames: ['All'],
  });
});

test('SQS over awsQuery takes an only item without its number', () => {
  const one = { body: 'QueueUrl=q&AttributeName=All' };
  assert.deepEqual(readInput('sqs.GetQueueAttributes', 'awsQuery', one), {
    QueueUrl: 'q',
    AttributeNames: ['All'],
  });
  const entry = { body: 'QueueUrl=q&Attribute.Name=DelaySeconds&Attribute.Value=5' };
  const { Attributes } = readInput('sqs.SetQueueAttributes', 'awsQuery', entry);
  assert.deepEqual({ ...(Attributes as object) }, { DelaySeconds: '5' });
});

test('the query takes part in a form', () => {
  const request = { query: 'Action=Publish&TopicArn=t', body: 'Message=m' };
  assert.deepEqual(readInput('sns.Publish', 'awsQuery', request), { TopicArn: 't', Message: 'm' });
});
