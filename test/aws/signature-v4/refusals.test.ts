import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import {
  checkCredentialScope,
  parseCredentialScope,
} from '../../../src/aws/signature-v4/credential-scope.ts';
import type { ErrorFamily } from '../../../src/aws/signature-v4/errors.ts';
import {
  expiredToken,
  invalidToken,
  missingAuthentication,
  unknownAccessKey,
} from '../../../src/aws/signature-v4/errors.ts';
import { parseAuthorization } from '../../../src/aws/signature-v4/parse-authorization.ts';
import { ACCESS_KEY, verify } from './receive-request.ts';
import type { Refusal } from './refusal.ts';
import {
  authorization,
  credential,
  FORM,
  MINUTE_MS,
  nowMs,
  presigned,
  signed,
  testRefusals,
  withHeader,
} from './refusal.ts';

const refusals: Refusal[] = [
  {
    what: 'a clock 15 minutes and a second behind',
    request: signed('s3', nowMs - 15 * MINUTE_MS - 1000),
    code: 'RequestTimeTooSkewed',
    status: 403,
    message: 'The difference between the request time and the current time is too large.',
    members: {
      RequestTime: '20260102T024904Z',
      ServerTime: '2026-01-02T03:04:05Z',
      MaxAllowedSkewMilliseconds: '900000',
    },
  },
  {
    what: 'a clock 15 minutes and a second ahead',
    request: signed('s3', nowMs + 15 * MINUTE_MS + 1000),
    code: 'RequestTimeTooSkewed',
    status: 403,
  },
  {
    what: 'an old JSON request',
    request: signed('events', nowMs - 20 * MINUTE_MS),
    family: 'json',
    code: 'InvalidSignatureException',
    status: 400,
    message:
      'Signature expired: 20260102T024405Z is now earlier than 20260102T024905Z (20260102T030405Z - 15 min.)',
  },
  {
    what: 'an early query request',
    request: signed('sns', nowMs + 20 * MINUTE_MS),
    family: 'query',
    code: 'SignatureDoesNotMatch',
    status: 403,
    message:
      'Signature not yet current: 20260102T032405Z is still later than 20260102T031905Z (20260102T030405Z + 15 min.)',
  },
  {
    what: 'a wrong JSON signature',
    request: { ...signed('events'), rawPath: '/other' },
    family: 'json',
    code: 'InvalidSignatureException',
    status: 400,
    message: /^The request signature we calculated .*\n\nThe Canonical String .*\n'GET\n\/other\n/s,
  },
  {
    what: 'a wrong REST JSON signature',
    request: { ...signed('lambda'), rawPath: '/other' },
    family: 'rest-json',
    code: 'InvalidSignatureException',
    status: 403,
  },
  {
    what: 'a wrong query signature',
    request: { ...signed('sns'), rawPath: '/other' },
    family: 'query',
    code: 'SignatureDoesNotMatch',
    status: 403,
  },
  {
    what: 'a header that changes the meaning and is not signed',
    request: withHeader('x-amz-copy-source', '/secret/key'),
    code: 'AccessDenied',
    status: 403,
    message: 'There were headers present in the request which were not signed',
    members: { HeadersNotSigned: 'x-amz-copy-source' },
  },
  {
    what: 'an unsigned host',
    request: authorization(
      `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=x-amz-content-sha256;x-amz-date, Signature=0`,
    ),
    code: 'AccessDenied',
    status: 403,
    members: { HeadersNotSigned: 'host' },
  },
  {
    what: 'an unsigned host elsewhere',
    request: authorization(
      `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=x-amz-date, Signature=0`,
    ),
    family: 'json',
    code: 'InvalidSignatureException',
    status: 400,
    message: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
  },
  {
    what: 'a scope of another day',
    request: authorization(
      `AWS4-HMAC-SHA256 Credential=${credential.replace('0102', '0101')}, SignedHeaders=host, Signature=0`,
    ),
    code: 'AuthorizationHeaderMalformed',
    status: 400,
    message:
      'The authorization header is malformed; Invalid credential date "20260101". This date is not the same as X-Amz-Date: "20260102".',
  },
  {
    what: 'a scope of another day elsewhere',
    request: authorization(
      `AWS4-HMAC-SHA256 Credential=${credential.replace('0102', '0101')}, SignedHeaders=host, Signature=0`,
    ),
    family: 'query',
    code: 'SignatureDoesNotMatch',
    status: 403,
    message:
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260101' != '20260102', from '20260102T030405Z'.",
  },
  {
    what: 'a credential of four parts',
    request: authorization(
      'AWS4-HMAC-SHA256 Credential=A/20260102/us-east-1/s3, SignedHeaders=host, Signature=0',
    ),
    code: 'AuthorizationHeaderMalformed',
    status: 400,
    message: `The authorization header is malformed; the Credential is mal-formed; ${FORM}`,
  },
  {
    what: 'a credential of four parts elsewhere',
    request: authorization('AWS4-HMAC-SHA256 Credential=A/B/C/D,SignedHeaders=host,Signature=0'),
    family: 'json',
    code: 'IncompleteSignatureException',
    status: 400,
    message:
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'A/B/C/D'",
  },
  {
    what: 'a scope that does not end',
    request: authorization(
      'AWS4-HMAC-SHA256 Credential=A/20260102/C/D/aws5_request,SignedHeaders=host,Signature=0',
    ),
    family: 'query',
    code: 'IncompleteSignature',
    status: 403,
    message:
      "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'.",
  },
  {
    what: 'no signature',
    request: authorization(`AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host`),
    code: 'AuthorizationHeaderMalformed',
    status: 400,
  },
  {
    what: 'no part at all',
    request: authorization('AWS4-HMAC-SHA256'),
    family: 'query',
    code: 'IncompleteSignature',
    status: 403,
    message:
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256",
  },
  {
    what: 'a date before 1970',
    request: withHeader('x-amz-date', '19500707T215304Z'),
    code: 'AccessDenied',
    status: 403,
    message: 'AWS authentication requires a valid Date or x-amz-date header',
  },
  {
    what: 'no date',
    request: withHeader('x-amz-date', undefined),
    code: 'AccessDenied',
    status: 403,
    message: 'AWS authentication requires a valid Date or x-amz-date header',
  },
  {
    what: 'no date elsewhere',
    request: withHeader('x-amz-date', undefined, 'sns'),
    family: 'query',
    code: 'IncompleteSignature',
    status: 403,
    message: "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  },
  {
    what: 'a day that does not exist',
    request: withHeader('x-amz-date', '20260231T000000Z'),
    code: 'AccessDenied',
    status: 403,
  },
  {
    what: 'Signature Version 4A',
    request: authorization('AWS4-ECDSA-P256-SHA256 Credential=a, SignedHeaders=host, Signature=b'),
    code: 'InvalidRequest',
    status: 400,
  },
  {
    what: 'another mechanism',
    request: authorization('Bearer token'),
    code: 'InvalidArgument',
    status: 400,
    message: 'Unsupported Authorization Type',
    members: { ArgumentName: 'Authorization', ArgumentValue: 'Bearer token' },
  },
  {
    what: 'another mechanism elsewhere',
    request: authorization('Bearer token', 'sqs'),
    family: 'json',
    code: 'IncompleteSignatureException',
    status: 400,
  },
  {
    what: 'no payload hash',
    request: withHeader('x-amz-content-sha256', undefined),
    code: 'InvalidRequest',
    status: 400,
    message: 'Missing required header for this request: x-amz-content-sha256',
  },
  {
    what: 'header and presigned URL at once',
    request: { ...signed(), rawQuery: presigned().rawQuery },
    code: 'InvalidArgument',
    status: 400,
    message: /^Only one auth mechanism allowed/,
  },
];

testRefusals(refusals);

test('a mismatch in S3 shows what the server computed', () => {
  assert.throws(
    () => verify({ ...signed(), rawPath: '/b/é' }, 's3', nowMs),
    ({ members }: AwsError) => {
      assert.deepEqual(Object.keys(members), [
        'AWSAccessKeyId',
        'StringToSign',
        'SignatureProvided',
        'StringToSignBytes',
        'CanonicalRequest',
        'CanonicalRequestBytes',
      ]);
      assert.match(members.CanonicalRequest ?? '', /^GET\n\/b\/%E9\n\nhost:h\n/);
      assert.match(members.StringToSignBytes ?? '', /^41 57 53 34 2d .* [0-9a-f]{2}$/);
      assert.match(members.StringToSign ?? '', /^AWS4-HMAC-SHA256\n20260102T030405Z\n/);
      assert.doesNotMatch(JSON.stringify(members), new RegExp(ACCESS_KEY.secretAccessKey));
      return true;
    },
  );
});

test('the tolerance for clocks is inclusive', () => {
  verify(signed('s3', nowMs - 15 * MINUTE_MS), 's3', nowMs);
  verify(signed('s3', nowMs + 15 * MINUTE_MS), 's3', nowMs);
});

test('a request without any signature is anonymous', () => {
  const anonymous = { method: 'GET', rawPath: '/', rawQuery: 'list-type=2&X-Amz', headers: {} };
  assert.equal(parseAuthorization(anonymous, 's3'), undefined);
  const empty = { ...anonymous, headers: { authorization: '' } };
  assert.equal(parseAuthorization(empty, 's3'), undefined);
});

test('Date signs where x-amz-date is absent', () => {
  const { 'x-amz-date': _, ...headers } = signed().headers;
  const dated = { ...signed(), headers: { ...headers, date: 'Fri, 02 Jan 2026 03:04:05 GMT' } };
  assert.equal(parseAuthorization(dated, 's3')?.requestTime, '20260102T030405Z');
});

test('a key made again under the same id is not taken for the old one', () => {
  verify(signed(), 's3', nowMs);
  assert.throws(() => verify(signed(), 's3', nowMs, 'new secret'), {
    code: 'SignatureDoesNotMatch',
  });
  verify(signed(), 's3', nowMs);
});

test('a credential is for one service and region', () => {
  const parsed = parseAuthorization(signed(), 's3') ?? assert.fail();
  checkCredentialScope(parsed, { service: 's3', region: 'us-east-1' }, 's3');
  checkCredentialScope(parsed, { service: 's3' }, 's3');
  assert.throws(() => checkCredentialScope(parsed, { service: 's3', region: 'eu-west-1' }, 's3'), {
    code: 'AuthorizationHeaderMalformed',
    message:
      "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    members: { Region: 'eu-west-1' },
  });
  const inUrl = { ...parsed, location: 'query' as const };
  assert.throws(() => checkCredentialScope(inUrl, { service: 'sqs' }, 's3'), {
    code: 'AuthorizationQueryParametersError',
    message:
      'Error parsing the X-Amz-Credential parameter; incorrect service "s3". This endpoint belongs to "sqs".',
  });
  assert.throws(() => checkCredentialScope(parsed, { service: 'sqs' }, 'json'), {
    code: 'InvalidSignatureException',
    message: "Credential should be scoped to correct service: 'sqs'. ",
  });
  assert.deepEqual(parseCredentialScope('A/20260102/r/s/aws4_request', 'header', 's3'), {
    accessKeyId: 'A',
    scope: '20260102/r/s/aws4_request',
    date: '20260102',
    region: 'r',
    service: 's',
  });
});

test('each family has its own name for a key or token that is not valid', () => {
  const name = ({ code, status }: AwsError) => `${status} ${code}`;
  const families: ErrorFamily[] = ['s3', 'json', 'rest-json', 'query'];
  assert.deepEqual(
    families.map((family) => name(unknownAccessKey(family, 'A'))),
    [
      '403 InvalidAccessKeyId',
      '400 UnrecognizedClientException',
      '403 UnrecognizedClientException',
      '403 InvalidClientTokenId',
    ],
  );
  assert.deepEqual(unknownAccessKey('s3', 'A').members, { AWSAccessKeyId: 'A' });
  assert.deepEqual(
    families.map((family) => name(invalidToken(family))),
    [
      '400 InvalidToken',
      '400 UnrecognizedClientException',
      '403 UnrecognizedClientException',
      '403 InvalidClientTokenId',
    ],
  );
  assert.deepEqual(
    families.map((family) => name(expiredToken(family))),
    [
      '400 ExpiredToken',
      '400 ExpiredTokenException',
      '403 ExpiredTokenException',
      '403 ExpiredToken',
    ],
  );
  assert.deepEqual(
    families.map((family) => name(missingAuthentication(family))),
    [
      '403 AccessDenied',
      '400 MissingAuthenticationTokenException',
      '403 MissingAuthenticationTokenException',
      '403 MissingAuthenticationToken',
    ],
  );
});
