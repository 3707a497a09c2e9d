import type { RawRequest } from '../../support/raw-http.ts';
import { arn, type BadInput, DEEP, deepJson, policy } from './bad-input.ts';

/** A document for a bucket: `PUT /kept?tagging`. */
const put = (query: string, body: string | Uint8Array = ''): RawRequest => ({
  method: 'PUT',
  path: '/kept',
  query: `${query}=`,
  body,
});
const object = (headers: Readonly<Record<string, string>>, body = 'new'): RawRequest => ({
  method: 'PUT',
  path: '/kept/new',
  headers,
  body,
});
const post = (path: string, query: string, body: string): RawRequest => ({
  method: 'POST',
  path,
  query,
  body,
});
const get = (path: string, query = '', headers: Readonly<Record<string, string>> = {}) => ({
  method: 'GET',
  path,
  query,
  headers,
});
const notify = (content: string) =>
  put('notification', `<NotificationConfiguration>${content}</NotificationConfiguration>`);
const queueRule = (filter: string, event = 's3:ObjectCreated:*', queue = arn('sqs', 'kept')) =>
  `<QueueConfiguration><Queue>${queue}</Queue><Event>${event}</Event>${filter}</QueueConfiguration>`;
const filterRule = (name: string, value: string) =>
  `<Filter><S3Key><FilterRule><Name>${name}</Name><Value>${value}</Value></FilterRule></S3Key></Filter>`;
const tags = (...list: readonly [string, string][]) =>
  `<Tagging><TagSet>${list.map(([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`).join('')}</TagSet></Tagging>`;
const cors = (content: string) =>
  put('cors', `<CORSConfiguration><CORSRule>${content}</CORSRule></CORSConfiguration>`);
const bucketPolicy = (statement: object) =>
  put('policy', policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', ...statement }));
const complete = (parts: string) =>
  post(
    '/kept/parts',
    'uploadId=none',
    `<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`,
  );
const part = (number: string) => `<Part><PartNumber>${number}</PartNumber><ETag>"x"</ETag></Part>`;
const deleteMany = (count: number) =>
  `<Delete>${'<Object><Key>kept</Key></Object>'.repeat(count)}</Delete>`;
const BILLION_LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}">]><VersioningConfiguration><Status>&b;</Status></VersioningConfiguration>`;

export const s3: BadInput = {
  '400 MalformedXML': {
    'XML that ends early': put('versioning', '<VersioningConfiguration>'),
    'XML of another root': put('versioning', tags(['a', 'b'])),
    'XML that is not UTF-8': put('tagging', Buffer.from(tags(['a', '\xff']), 'latin1')),
    'XML with entities of its own': put('versioning', BILLION_LAUGHS),
    'XML nested too deeply': put('tagging', '<a>'.repeat(DEEP) + '</a>'.repeat(DEEP)),
    JSON: put('tagging', '{"TagSet":[]}'),
    'an unknown state of versioning': put(
      'versioning',
      '<VersioningConfiguration><Status>Perhaps</Status></VersioningConfiguration>',
    ),
    'parts without number': complete(part('x')),
  },
  '400 MissingRequestBodyError': {
    'no document': put('tagging'),
  },
  '501 NotImplemented': {
    'an operation that is not offered': put('lifecycle', '<LifecycleConfiguration/>'),
    'an encryption that is not offered': put(
      'encryption',
      '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
    ),
    'a condition that is not offered': object({ 'if-none-match': '"x"' }),
    'a key that a customer provides': object({
      'x-amz-server-side-encryption-customer-algorithm': 'AES256',
    }),
  },
  '405 MethodNotAllowed': {
    'a subresource of a method that has none': {
      method: 'POST',
      path: '/kept',
      query: 'versioning=',
    },
  },
  '400 InvalidBucketName': {
    'a name in capitals': { method: 'PUT', path: '/KEPT' },
    'a name like an address': { method: 'PUT', path: '/192.168.0.1' },
  },
  '400 InvalidLocationConstraint': {
    'a region that is none': {
      method: 'PUT',
      path: '/new-bucket',
      body: '<CreateBucketConfiguration><LocationConstraint>mars</LocationConstraint></CreateBucketConfiguration>',
    },
  },
  '409 BucketNotEmpty': {
    'the end of a bucket that is not empty': { method: 'DELETE', path: '/kept' },
  },
  '400 InvalidTag': {
    'two tags of one key': put('tagging', tags(['a', 'b'], ['a', 'c'])),
    'a reserved tag': put('tagging', tags(['aws:a', 'b'])),
  },
  '400 InvalidRequest': {
    'CORS for a method that is none': cors(
      '<AllowedMethod>PAINT</AllowedMethod><AllowedOrigin>*</AllowedOrigin>',
    ),
    'CORS for an origin with two stars': cors(
      '<AllowedMethod>GET</AllowedMethod><AllowedOrigin>http://*.*</AllowedOrigin>',
    ),
    'a checksum that is none': object({ 'x-amz-checksum-crc32': 'x' }),
    'two checksums': object({
      'x-amz-checksum-crc32': 'AAAAAA==',
      'x-amz-checksum-crc32c': 'AAAAAA==',
    }),
    'a legal hold without Object Lock': object({ 'x-amz-object-lock-legal-hold': 'ON' }),
    'a copy onto itself': {
      ...object({ 'x-amz-copy-source': 'kept/kept' }, ''),
      path: '/kept/kept',
    },
    'a deletion without a digest': post('/kept', 'delete=', deleteMany(1)),
  },
  '400 MalformedPolicy': {
    'a policy that is no JSON': put('policy', '{'),
    'a policy of another bucket': bucketPolicy({
      Principal: { AWS: '123456789012' },
      Resource: 'arn:aws:s3:::other/*',
    }),
    'a policy with an unknown action': bucketPolicy({
      Principal: { AWS: '123456789012' },
      Action: 's3:PaintObject',
      Resource: 'arn:aws:s3:::kept/*',
    }),
  },
  '403 AccessDenied': {
    'a public policy where such are blocked': bucketPolicy({ Resource: 'arn:aws:s3:::kept/*' }),
    'another owner': object({ 'x-amz-expected-bucket-owner': '210987654321' }),
  },
  '400 PolicyTooLarge': {
    'a policy nested too deeply': put('policy', deepJson),
  },
  '400 InvalidArgument': {
    'half a retention': object({ 'x-amz-object-lock-mode': 'GOVERNANCE' }),
    'a queue that is no ARN': notify(queueRule('', undefined, 'kept')),
    'a queue that is not there': notify(queueRule('', undefined, arn('sqs', 'gone'))),
    'a FIFO queue': notify(queueRule('', undefined, arn('sqs', 'kept.fifo'))),
    'a topic that does not let S3 in': notify(
      `<TopicConfiguration><Topic>${arn('sns', 'kept')}</Topic><Event>s3:ObjectCreated:*</Event></TopicConfiguration>`,
    ),
    'a function that is not there': notify(
      `<CloudFunctionConfiguration><CloudFunction>${arn('lambda', 'function:gone')}</CloudFunction><Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration>`,
    ),
    'an event that is none': notify(queueRule('', 's3:ObjectPainted:*')),
    'a filter that is none': notify(queueRule(filterRule('infix', 'a'))),
    'a filter that is too long': notify(queueRule(filterRule('prefix', 'a'.repeat(1025)))),
    'two rules that overlap': notify(
      queueRule(filterRule('prefix', 'a')) + queueRule(filterRule('prefix', 'ab')),
    ),
    'one id for two rules': notify(
      (queueRule(filterRule('prefix', 'a')) + queueRule(filterRule('prefix', 'b'))).replaceAll(
        '<Queue>',
        '<Id>same</Id><Queue>',
      ),
    ),
    'tags that are not encoded': object({ 'x-amz-tagging': 'a=b&a=c' }),
    'a source that is none': object({ 'x-amz-copy-source': 'kept' }, ''),
    'a version that is none': get('/kept/kept', 'versionId=x'),
    'the end of a version that is none': {
      method: 'DELETE',
      path: '/kept/kept',
      query: 'versionId=x',
    },
    'a number of keys that is none': get('/kept', 'list-type=2&max-keys=many'),
    'a token that continues nothing': get('/kept', 'list-type=2&continuation-token=x'),
    'an encoding that is none': get('/kept', 'encoding-type=morse'),
    'the ten thousand and first part': {
      method: 'PUT',
      path: '/kept/parts',
      query: 'partNumber=10001&uploadId=none',
      body: 'x',
    },
  },
  '400 BadDigest': {
    'a wrong MD5': object({ 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' }),
    'a wrong checksum': object({ 'x-amz-checksum-sha256': `${'A'.repeat(43)}=` }),
    'a deletion of nothing': {
      ...post('/kept', 'delete=', deleteMany(0)),
      headers: { 'content-md5': 'BvzVDSnDbSdxh6+Cz3IqRg==' },
    },
  },
  '412 PreconditionFailed': {
    'a condition that fails': { ...object({ 'if-none-match': '*' }), path: '/kept/kept' },
  },
  '400 BadRequest': {
    'too many tags': object({
      'x-amz-tagging': Array.from({ length: 11 }, (_, i) => `t${i}=v`).join('&'),
    }),
  },
  '400 InvalidBucketOwnerAWSAccountID': {
    'an owner that is none': object({ 'x-amz-expected-bucket-owner': 'me' }),
  },
  '400 MetadataTooLarge': {
    'too much metadata': object({ 'x-amz-meta-a': 'x'.repeat(2049) }),
  },
  '404 NoSuchKey': {
    'a source that is not there': object({ 'x-amz-copy-source': 'kept/gone' }, ''),
  },
  '400 AccessControlListNotSupported': {
    'an ACL where there are none': object({ 'x-amz-acl': 'public-read' }),
  },
  '416 InvalidRange': {
    'a range beyond the end': get('/kept/kept', '', { range: 'bytes=100-200' }),
  },
  '404 NoSuchUpload': {
    'parts in disorder': complete(part('2') + part('1')),
    'a part of an upload that is none': {
      method: 'PUT',
      path: '/kept/parts',
      query: 'partNumber=1&uploadId=none',
      body: 'x',
    },
  },
};
