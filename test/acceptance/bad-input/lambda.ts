import { zipOf } from '../../../src/lib/zip.ts';
import type { RawRequest } from '../../support/raw-http.ts';
import { ACCOUNT, arn, type BadInput, deepJson } from './bad-input.ts';

const call = (
  method: string,
  path: string,
  body: string | Uint8Array | object = '',
): RawRequest => ({
  method,
  path,
  service: 'lambda',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
});
const FUNCTIONS = '/2015-03-31/functions';
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const good = zipOf({ 'index.mjs': 'export const handler = () => 1;' });
const create = (members: object) =>
  call('POST', FUNCTIONS, {
    FunctionName: 'new',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: `arn:aws:iam::${ACCOUNT}:role/kept`,
    Code: { ZipFile: base64(good) },
    ...members,
  });
const packed = (bytes: Uint8Array) => create({ Code: { ZipFile: base64(bytes) } });
const invoke = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) => {
  const request = call('POST', `${FUNCTIONS}/kept/invocations`, body);
  return { ...request, headers: { ...request.headers, ...headers } };
};
const configure = (members: object) => call('PUT', `${FUNCTIONS}/kept/configuration`, members);
const mapping = (members: object) =>
  call('POST', '/2015-03-31/event-source-mappings', {
    FunctionName: 'kept',
    EventSourceArn: arn('sqs', 'kept'),
    ...members,
  });

/** A file that says it is small, and claims four gigabytes when unpacked. */
function bomb(): Buffer {
  const bytes = Buffer.from(good);
  const directory = bytes.indexOf('PK\x01\x02');
  bytes.writeUInt32LE(0xfffffff0, directory + 24);
  return bytes;
}

export const lambda: BadInput = {
  '400 SerializationException': {
    'JSON that ends early': call('POST', FUNCTIONS, '{"FunctionName":'),
    'JSON that is a list': call('POST', FUNCTIONS, '[]'),
    'a package that is not base64': create({ Code: { ZipFile: '!' } }),
  },
  '400 ValidationException': {
    'JSON nested too deeply': call('POST', FUNCTIONS, deepJson),
    nothing: call('POST', FUNCTIONS),
    'too long a name': create({ FunctionName: 'f'.repeat(141) }),
    'a name with a slash': create({ FunctionName: '../kept' }),
    'a role that is no ARN': create({ Role: 'kept' }),
    'a timeout of a day': create({ Timeout: 86_400 }),
    'a memory of nothing': create({ MemorySize: 0 }),
    'a handler with a space': create({ Handler: 'index handler' }),
    'a dead-letter queue that is no ARN': create({ DeadLetterConfig: { TargetArn: 'letters' } }),
    'an unknown type of invocation': invoke('{}', { 'x-amz-invocation-type': 'Perhaps' }),
    'an alias made of digits': call('POST', `${FUNCTIONS}/kept/aliases`, {
      Name: '7',
      FunctionVersion: '1',
    }),
    'a permission for another action': call('POST', `${FUNCTIONS}/kept/policy`, {
      StatementId: 'new',
      Action: 's3:GetObject',
      Principal: '*',
    }),
    'a destination that is no ARN': call('PUT', '/2019-09-25/functions/kept/event-invoke-config', {
      DestinationConfig: { OnFailure: { Destination: 'kept' } },
    }),
    'a batch of nothing': mapping({ BatchSize: 0 }),
  },
  '404 UnknownOperationException': {
    'a path that is none': call('GET', '/2015-03-31/paintings'),
    'a method that is none': call('PATCH', `${FUNCTIONS}/kept`),
  },
  '400 UnknownOperationException': {
    'an operation that is not offered': call('POST', '/2021-10-31/functions/kept/url', {}),
    'a service that is not offered': {
      ...call('POST', '/schedules/new', {}),
      service: 'scheduler',
    },
  },
  '413 RequestEntityTooLargeException': {
    'more than a request may be': { ...call('POST', FUNCTIONS), announced: 100_000_000 },
    'too large a payload': invoke(JSON.stringify('x'.repeat(6 * 1024 * 1024))),
  },
  '409 ResourceConflictException': {
    'a name that is taken': create({ FunctionName: 'kept' }),
    'an alias that is there already': call('POST', `${FUNCTIONS}/kept/aliases`, {
      Name: 'kept',
      FunctionVersion: '1',
    }),
    'a permission that is there already': call('POST', `${FUNCTIONS}/kept/policy`, {
      StatementId: 'kept',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
    }),
    'a mapping that is there already': mapping({ EventSourceArn: arn('sqs', 'letters') }),
  },
  '403 AccessDeniedException': {
    'a role of another account': create({ Role: 'arn:aws:iam::210987654321:role/kept' }),
  },
  '400 InvalidParameterValueException': {
    'a runtime that is none': create({ Runtime: 'cobol85' }),
    'a runtime that is not offered': create({ Runtime: 'java21' }),
    'a reserved variable': create({ Environment: { Variables: { AWS_REGION: 'x' } } }),
    'too large an environment': configure({
      Environment: { Variables: { LARGE: 'x'.repeat(5000) } },
    }),
    'an image': create({ PackageType: 'Image', Code: { ImageUri: 'x' } }),
    'a network of its own': create({
      VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    }),
    'a layer that is not there': create({ Layers: [arn('lambda', 'layer:gone:1')] }),
    'no package': create({ Code: {} }),
    'a package that is no zip file': packed(Buffer.from('hello')),
    'a package that ends early': packed(good.subarray(0, good.length - 30)),
    'a package with a path out of it': packed(zipOf({ '../../evil.mjs': 'x' })),
    'a package with an absolute path': packed(zipOf({ '/etc/evil.mjs': 'x' })),
    'a package that claims to be huge': packed(bomb()),
    'a package in a bucket that is not there': create({
      Code: { S3Bucket: 'gone-away', S3Key: 'a' },
    }),
    'a package in an object that is no zip file': create({
      Code: { S3Bucket: 'kept', S3Key: 'kept' },
    }),
    'new code that is no zip file': call('PUT', `${FUNCTIONS}/kept/code`, {
      ZipFile: base64(Buffer.from('hello')),
    }),
    'a layer that is no zip file': call('POST', '/2018-10-31/layers/new/versions', {
      Content: { ZipFile: base64(Buffer.from('hello')) },
    }),
    'a version of other code': call('POST', `${FUNCTIONS}/kept/versions`, { CodeSha256: 'x' }),
    'a permission for nobody': call('POST', `${FUNCTIONS}/kept/policy`, {
      StatementId: 'new',
      Action: 'lambda:InvokeFunction',
      Principal: 'me',
    }),
    'more concurrency than there is': call('PUT', '/2017-10-31/functions/kept/concurrency', {
      ReservedConcurrentExecutions: 1000,
    }),
    'a queue that is not there': mapping({ EventSourceArn: arn('sqs', 'gone') }),
    'a source that is no queue': mapping({ EventSourceArn: arn('kinesis', 'stream/kept') }),
    'a batch of more without a window': mapping({ BatchSize: 11 }),
    'a filter that is none': mapping({ FilterCriteria: { Filters: [{ Pattern: '{' }] } }),
  },
  '404 ResourceNotFoundException': {
    'a function that is not there': call('DELETE', `${FUNCTIONS}/gone`),
    'a function of another region': call(
      'GET',
      `${FUNCTIONS}/arn:aws:lambda:eu-west-1:${ACCOUNT}:function:kept`,
    ),
    'a version that is not there': call('POST', `${FUNCTIONS}/kept:7/invocations`),
    'an alias of a version that is not there': call('POST', `${FUNCTIONS}/kept/aliases`, {
      Name: 'new',
      FunctionVersion: '7',
    }),
    'a mapping that is not there': call(
      'DELETE',
      '/2015-03-31/event-source-mappings/00000000-0000-0000-0000-000000000000',
    ),
  },
  '400 InvalidRequestContentException': {
    'a payload that is no JSON': invoke('{'),
    'a payload that is not UTF-8': invoke(Buffer.from('"\xff"', 'latin1')),
    'a client context that is not base64': invoke('{}', { 'x-amz-client-context': '!' }),
  },
  '413 RequestTooLargeException': {
    'too large an event': invoke(JSON.stringify('x'.repeat(1024 * 1024)), {
      'x-amz-invocation-type': 'Event',
    }),
  },
};
