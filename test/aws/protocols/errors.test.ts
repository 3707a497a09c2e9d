import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AwsError } from '../../../src/aws/error.ts';
import * as eventbridge from '../../../src/aws/models/eventbridge.ts';
import * as lambda from '../../../src/aws/models/lambda.ts';
import * as rekognition from '../../../src/aws/models/rekognition.ts';
import * as s3 from '../../../src/aws/models/s3.ts';
import * as sns from '../../../src/aws/models/sns.ts';
import * as sqs from '../../../src/aws/models/sqs.ts';
import { errorsOf } from '../../../src/aws/protocols/errors-of.ts';
import { createProtocol } from '../../../src/aws/protocols/protocol.ts';
import type { Model, ProtocolName } from '../../../src/aws/protocols/shape.ts';
import { models } from './models.ts';
import { sdkClient } from './sdk-oracle.ts';

const IDS = { requestId: 'REQUEST', hostId: 'HOST' };

/** An operation without required input, to be answered with errors. */
const CALLS: Readonly<Record<string, string>> = {
  'cloudwatch-logs': 'DescribeLogGroups',
  eventbridge: 'ListRules',
  iam: 'ListUsers',
  lambda: 'ListFunctions',
  rekognition: 'DetectLabels',
  s3: 'ListBuckets',
  sns: 'ListTopics',
  sqs: 'ListQueues',
  sts: 'GetCallerIdentity',
};

/** Every modelled error reaches an application as its class, with message and status. */
for (const [name, model] of Object.entries(models)) {
  for (const protocolName of model.service.protocols) {
    describe(`errors of ${name} over ${protocolName}`, () => {
      const client = sdkClient(name, protocolName);
      const protocol = createProtocol(model, protocolName);
      for (const [code, make] of Object.entries(errorsOf(model.errors))) {
        test(code, async () => {
          const error = make('Because of <this> & "that".');
          const input = name === 'rekognition' ? { Image: {} } : {};
          const sent = client.send(CALLS[name] as string, input, () =>
            protocol.writeError(error, IDS),
          );
          await assert.rejects(sent, (caught: SdkError) => {
            assert.ok(
              [code, model.errors[code]?.code].includes(caught.name),
              `${caught.name} is not ${code}`,
            );
            assert.equal(caught.message, error.message);
            assert.equal(caught.$metadata.httpStatusCode, error.status);
            return true;
          });
        });
      }
    });
  }
}

interface SdkError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
}

const written = (model: Model, protocol: ProtocolName, error: AwsError) =>
  createProtocol(model, protocol).writeError(error, IDS);

test('SQS says the code of its older protocol in a header', () => {
  const error = errorsOf(sqs.errors).QueueDoesNotExist('Gone.');
  assert.deepEqual(written(sqs, 'awsJson1_0', error), {
    status: 400,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': 'REQUEST',
      'x-amzn-query-error': 'AWS.SimpleQueueService.NonExistentQueue;Sender',
    },
    body: '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"Gone."}',
  });
  assert.equal(
    written(sqs, 'awsQuery', error).body,
    '<ErrorResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><Error><Type>Sender</Type>' +
      '<Code>AWS.SimpleQueueService.NonExistentQueue</Code><Message>Gone.</Message><Detail/></Error>' +
      '<RequestId>REQUEST</RequestId></ErrorResponse>',
  );
});

test('SNS has no empty Detail, and server faults are the receiver’s', () => {
  const { status, body } = written(
    sns,
    'awsQuery',
    errorsOf(sns.errors).InternalErrorException('Oh.'),
  );
  assert.equal(status, 500);
  assert.equal(
    body,
    '<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Receiver</Type>' +
      '<Code>InternalError</Code><Message>Oh.</Message></Error><RequestId>REQUEST</RequestId></ErrorResponse>',
  );
});

test('answers in XML hold only what every parser takes, even when they repeat what was sent', () => {
  const text = 'a\0b\uffffc\r\n<&#x0;>';
  const { body } = written(sns, 'awsQuery', errorsOf(sns.errors).NotFoundException(text));
  assert.match(String(body), /<Message>a\ufffdb\ufffdc&#xd;\n&lt;&amp;#x0;&gt;<\/Message>/);
});

test('EventBridge sends the bare name of the shape', () => {
  const error = errorsOf(eventbridge.errors).ResourceNotFoundException('No.');
  assert.equal(
    written(eventbridge, 'awsJson1_1', error).body,
    '{"__type":"ResourceNotFoundException","message":"No."}',
  );
});

test('Rekognition repeats the code and names the log entry', () => {
  const error = errorsOf(rekognition.errors).ImageTooLargeException('Big.');
  assert.equal(
    written(rekognition, 'awsJson1_1', error).body,
    '{"__type":"ImageTooLargeException","Code":"ImageTooLargeException","Logref":"REQUEST","Message":"Big."}',
  );
});

test('Lambda spells the message as each error’s shape does', () => {
  const errors = errorsOf(lambda.errors);
  const { headers, body } = written(lambda, 'restJson1', errors.ResourceNotFoundException('No.'));
  assert.equal(headers['x-amzn-errortype'], 'ResourceNotFoundException');
  assert.equal(body, '{"Type":"User","Message":"No."}');
  assert.equal(
    written(lambda, 'restJson1', errors.InvalidParameterValueException('No.')).body,
    '{"Type":"User","message":"No."}',
  );
  assert.equal(
    written(lambda, 'restJson1', new AwsError('ValidationException', 'No.')).body,
    '{"message":"No."}',
  );
});

test('S3 puts further elements between message and ids', () => {
  const error = errorsOf(s3.errors).NoSuchKey('No.', {
    members: { Key: 'a&b' },
    headers: { 'x-amz-delete-marker': 'true' },
  });
  assert.deepEqual(written(s3, 'restXml', error), {
    status: 404,
    headers: {
      'x-amz-request-id': 'REQUEST',
      'x-amz-id-2': 'HOST',
      'x-amz-delete-marker': 'true',
      'content-type': 'application/xml',
    },
    body:
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>No.</Message>' +
      '<Key>a&amp;b</Key><RequestId>REQUEST</RequestId><HostId>HOST</HostId></Error>',
  });
});

test('304 has neither body nor content type', () => {
  const error = new AwsError('NotModified', 'Not Modified', {
    status: 304,
    headers: { etag: '"e"' },
  });
  assert.deepEqual(written(s3, 'restXml', error), {
    status: 304,
    headers: { 'x-amz-request-id': 'REQUEST', 'x-amz-id-2': 'HOST', etag: '"e"' },
    body: '',
  });
});
