import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AwsError } from '../../../src/aws/error.ts';
import * as lambda from '../../../src/aws/models/lambda.ts';
import * as s3 from '../../../src/aws/models/s3.ts';
import { createRestRouter } from '../../../src/aws/protocols/rest-router.ts';
import { createS3Router } from '../../../src/aws/protocols/s3-router.ts';

const lambdaRouter = createRestRouter(lambda);
const s3Router = createS3Router(s3);

function matchLambda(line: string) {
  const [method = '', target = ''] = line.split(' ');
  const [path = '', query] = target.split('?');
  return lambdaRouter.match({ method, path, query: new URLSearchParams(query), headers: {} });
}

/** `METHOD /bucket/key?query header` */
function matchS3(line: string) {
  const [method = '', target = '', header] = line.split(' ');
  const [path = '', query] = target.split('?');
  const [, bucket, ...key] = path.split('/');
  const request = {
    method,
    query: new URLSearchParams(query),
    headers: header === undefined ? {} : { [header]: 'x' },
  };
  return s3Router.match(request, bucket || undefined, key.join('/') || undefined);
}

const FUNCTION = 'arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Af';

const LAMBDA: readonly [line: string, operation: string, labels?: object][] = [
  ['GET /2015-03-31/functions', 'ListFunctions'],
  ['GET /2015-03-31/functions/', 'ListFunctions'],
  ['POST /2015-03-31/functions', 'CreateFunction'],
  ['GET /2015-03-31/functions/f', 'GetFunction', { FunctionName: 'f' }],
  [
    `POST /2015-03-31/functions/${FUNCTION}/invocations`,
    'Invoke',
    { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
  ],
  [
    'POST /2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations?Qualifier=1',
    'Invoke',
    { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
  ],
  ['POST /2014-11-13/functions/f/invoke-async', 'InvokeAsync', { FunctionName: 'f' }],
  ['POST /2015-03-31/functions/f/policy', 'AddPermission', { FunctionName: 'f' }],
  [
    'DELETE /2015-03-31/functions/f/policy/a%2Fb',
    'RemovePermission',
    { FunctionName: 'f', StatementId: 'a/b' },
  ],
  ['GET /2018-10-31/layers', 'ListLayers'],
  ['GET /2018-10-31/layers?find=LayerVersion&Arn=a', 'GetLayerVersionByArn'],
  ['GET /2018-10-31/layers?find=Other', 'ListLayers'],
  [
    'GET /2019-09-30/functions/f/provisioned-concurrency',
    'GetProvisionedConcurrencyConfig',
    { FunctionName: 'f' },
  ],
  [
    'GET /2019-09-30/functions/f/provisioned-concurrency?List=ALL',
    'ListProvisionedConcurrencyConfigs',
    { FunctionName: 'f' },
  ],
];

const NO_LAMBDA: readonly string[] = [
  'GET /',
  'GET /2015-03-31',
  'GET /2015-03-31/functions/f/nothing',
  'PATCH /2015-03-31/functions',
  'GET /2015-03-31/functions//policy',
  'GET /2015-03-31/functions/%E0',
  'GET /2016-01-01/functions',
];

const S3: readonly [line: string, operation: string][] = [
  ['GET /', 'ListBuckets'],
  ['GET /?x-id=ListBuckets', 'ListBuckets'],
  ['PUT /b', 'CreateBucket'],
  ['HEAD /b', 'HeadBucket'],
  ['DELETE /b', 'DeleteBucket'],
  ['GET /b', 'ListObjects'],
  ['GET /b?prefix=a&id=1', 'ListObjects'],
  ['GET /b?list-type=2&prefix=a', 'ListObjectsV2'],
  ['GET /b?list-type=1', 'ListObjects'],
  ['GET /b?versions', 'ListObjectVersions'],
  ['GET /b?uploads', 'ListMultipartUploads'],
  ['GET /b?location', 'GetBucketLocation'],
  ['GET /b?analytics', 'ListBucketAnalyticsConfigurations'],
  ['GET /b?analytics&id=1', 'GetBucketAnalyticsConfiguration'],
  ['PUT /b?notification', 'PutBucketNotificationConfiguration'],
  ['PUT /b?notification=', 'PutBucketNotificationConfiguration'],
  ['PUT /b?object-lock', 'PutObjectLockConfiguration'],
  ['POST /b?delete', 'DeleteObjects'],
  ['GET /b/k', 'GetObject'],
  ['GET /b/k?versionId=1', 'GetObject'],
  ['GET /b/k?partNumber=1', 'GetObject'],
  ['HEAD /b/k?partNumber=1', 'HeadObject'],
  ['GET /b/k?uploadId=u', 'ListParts'],
  ['GET /b/k?attributes', 'GetObjectAttributes'],
  ['GET /b/k?unknown', 'GetObject'],
  ['PUT /b/k', 'PutObject'],
  ['PUT /b/k?x-id=PutObject', 'PutObject'],
  ['PUT /b/k x-amz-copy-source', 'CopyObject'],
  ['PUT /b/k?partNumber=1&uploadId=u', 'UploadPart'],
  ['PUT /b/k?partNumber=1&uploadId=u x-amz-copy-source', 'UploadPartCopy'],
  ['POST /b/k?uploads', 'CreateMultipartUpload'],
  ['POST /b/k?uploadId=u', 'CompleteMultipartUpload'],
  ['DELETE /b/k?uploadId=u', 'AbortMultipartUpload'],
  ['DELETE /b/k?tagging&versionId=1', 'DeleteObjectTagging'],
  ['POST /b/k?restore', 'RestoreObject'],
  ['POST /b/k?select&select-type=2', 'SelectObjectContent'],
];

const NO_S3: readonly [line: string, resourceType: string][] = [
  ['PUT /', 'SERVICE'],
  ['POST /b', 'BUCKET'],
  ['POST /b/k', 'OBJECT'],
  ['PATCH /b/k', 'OBJECT'],
  // None of these may become the plain operation on bucket or object.
  ['DELETE /b?acl', 'ACL'],
  ['DELETE /b?notification', 'NOTIFICATION'],
  ['DELETE /b?versioning', 'VERSIONING'],
  ['DELETE /b/k?acl', 'ACL'],
  ['PUT /b/k?uploadId=u', 'UPLOADID'],
  ['PUT /b?uploads', 'UPLOADS'],
  ['GET /b?delete', 'DELETE'],
  ['GET /b?acl&policy', 'POLICY'],
];

describe('Lambda paths', () => {
  for (const [line, operation, labels] of LAMBDA) {
    test(line, () => assert.deepEqual(matchLambda(line), { operation, labels: labels ?? {} }));
  }
  for (const line of NO_LAMBDA) {
    test(`none: ${line}`, () => {
      assert.throws(
        () => matchLambda(line),
        (error) => error instanceof AwsError && error.code === 'UnknownOperationException',
      );
    });
  }
});

describe('S3 requests', () => {
  for (const [line, operation] of S3) {
    test(line, () => assert.equal(matchS3(line).operation, operation));
  }
  for (const [line, resourceType] of NO_S3) {
    test(`none: ${line}`, () => {
      assert.throws(
        () => matchS3(line),
        (error: AwsError) => {
          assert.equal(error.code, 'MethodNotAllowed');
          assert.equal(error.status, 405);
          assert.equal(error.members.ResourceType, resourceType);
          return true;
        },
      );
    });
  }
  test('bucket and key become labels', () => {
    assert.deepEqual(matchS3('GET /b/a//b').labels, { Bucket: 'b', Key: 'a//b' });
  });
});
