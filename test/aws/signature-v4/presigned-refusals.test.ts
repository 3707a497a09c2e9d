import { test } from 'node:test';
import { verify } from './receive-request.ts';
import type { Refusal } from './refusal.ts';
import { FORM, MINUTE_MS, nowMs, presigned, testRefusals } from './refusal.ts';

const REQUIRED =
  'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.';

const refusals: Refusal[] = [
  {
    what: 'an expired URL',
    request: presigned(),
    at: nowMs + 61_000,
    code: 'AccessDenied',
    status: 403,
    message: 'Request has expired',
    members: {
      'X-Amz-Expires': '60',
      Expires: '2026-01-02T03:05:05Z',
      ServerTime: '2026-01-02T03:05:06Z',
    },
  },
  {
    what: 'a URL of the future',
    request: presigned(),
    at: nowMs - 16 * MINUTE_MS,
    code: 'AccessDenied',
    status: 403,
    message: 'Request is not yet valid',
  },
  {
    what: 'a URL with an unsigned header',
    request: { ...presigned(), headers: { host: 'h', 'x-amz-acl': 'public-read' } },
    code: 'AccessDenied',
    status: 403,
    message: 'There were headers present in the request which were not signed',
    members: { HeadersNotSigned: 'x-amz-acl' },
  },
  {
    what: 'a URL changed in its life',
    request: presigned({ 'X-Amz-Expires': '61' }),
    code: 'SignatureDoesNotMatch',
    status: 403,
  },
  ...['Algorithm', 'Credential', 'Signature', 'Date', 'SignedHeaders', 'Expires'].map((name) => ({
    what: `a URL without ${name}`,
    request: presigned({ [`X-Amz-${name}`]: undefined }),
    code: 'AuthorizationQueryParametersError',
    status: 400,
    message: REQUIRED,
  })),
  ...(
    [
      [
        'X-Amz-Algorithm',
        'AWS4',
        'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
      ],
      [
        'X-Amz-Date',
        '2026',
        "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
      ],
      ['X-Amz-Expires', 'x', 'X-Amz-Expires should be a number'],
      ['X-Amz-Expires', '-1', 'X-Amz-Expires must be non-negative'],
      ['X-Amz-Expires', '604801', /^X-Amz-Expires must be less than a week/],
      [
        'X-Amz-Credential',
        'A/B',
        `Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; ${FORM}`,
      ],
    ] as const
  ).map(([name, value, message]) => ({
    what: `a URL with ${name}=${value}`,
    request: presigned({ [name]: value }),
    code: 'AuthorizationQueryParametersError',
    status: 400,
    message,
  })),
];

testRefusals(refusals);

test('a presigned URL lives until its last second', () => {
  verify(presigned(), 's3', nowMs + 60_000);
});
