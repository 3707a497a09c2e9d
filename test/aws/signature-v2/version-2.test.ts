import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import { parseVersion2 } from '../../../src/aws/signature-v2/credential.ts';
import { stringToSign } from '../../../src/aws/signature-v2/string-to-sign.ts';
import { signVersion2, verifyVersion2 } from '../../../src/aws/signature-v2/verify-version-2.ts';

const ID = 'AKIAIOSFODNN7EXAMPLE';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const NOW_MS = Date.UTC(2007, 2, 27, 19, 40);

interface Signed {
  method?: string;
  path?: string;
  query?: string;
  headers?: Record<string, string>;
}

const requestOf = ({ method = 'GET', path = '/pets/a.jpg', query = '', headers = {} }: Signed) => ({
  method,
  rawPath: path,
  rawQuery: query,
  headers,
});

function verify(signed: Signed, resource = signed.path ?? '/pets/a.jpg', nowMs = NOW_MS): void {
  const request = requestOf(signed);
  const credential = parseVersion2(request);
  assert.equal(credential?.accessKeyId, ID);
  verifyVersion2(request, resource, credential, SECRET, nowMs);
}

// The examples of the documentation.
const documented: (Signed & { path: string; date: string; signature: string })[] = [
  {
    path: '/photos/puppy.jpg',
    date: 'Tue, 27 Mar 2007 19:36:42 +0000',
    signature: 'qgk2+6Sv9/oM7G3qLEjTH1a1l1g=',
  },
  {
    method: 'PUT',
    path: '/photos/puppy.jpg',
    headers: { 'content-type': 'image/jpeg' },
    date: 'Tue, 27 Mar 2007 21:15:45 +0000',
    signature: 'iqRzw+ileNPu1fhspnRs8nOjjIA=',
  },
  {
    path: '/',
    query: 'prefix=photos&max-keys=50&marker=puppy',
    date: 'Tue, 27 Mar 2007 19:42:41 +0000',
    signature: 'm0WP8eCtspQl5Ahe6L1SozdX9YA=',
  },
  {
    path: '/',
    query: 'acl',
    date: 'Tue, 27 Mar 2007 19:44:46 +0000',
    signature: '82ZHiFIjc+WbcwFKGUVEQspPn+0=',
  },
];
for (const { signature, date, ...signed } of documented)
  test(`the documented signature of ${JSON.stringify(signed)} holds`, () => {
    const headers = { ...signed.headers, date, authorization: `AWS ${ID}:${signature}` };
    verify({ ...signed, headers }, `/awsexamplebucket1${signed.path}`, Date.parse(date));
  });

const expires = String(NOW_MS / 1000);
const url = (text: string, query = '') =>
  `${query}AWSAccessKeyId=${ID}&Expires=${expires}&Signature=${encodeURIComponent(signVersion2(SECRET, text))}`;

for (const [what, text, query] of [
  ['an object', `GET\n\n\n${expires}\n/pets/a.jpg`, ''],
  [
    'a part',
    `GET\n\n\n${expires}\n/pets/a.jpg?partNumber=1&uploadId=u`,
    'uploadId=u&partNumber=1&',
  ],
  [
    'another file name',
    `GET\n\n\n${expires}\n/pets/a.jpg?response-content-disposition=a b`,
    'response-content-disposition=a%20b&',
  ],
  [
    'headers as parameters',
    `GET\n\ntext/plain\n${expires}\nx-amz-acl:private\nx-amz-meta-a:b\n/pets/a.jpg`,
    'x-amz-meta-a=b&x-amz-acl=private&content-type=text%2Fplain&',
  ],
] as const)
  test(`a URL of ${what} holds until its end`, () => {
    const signed = { query: url(text, query) };
    verify(signed);
    assert.throws(
      () => verify(signed, undefined, NOW_MS + 1),
      ({ code, message }: AwsError) => code === 'AccessDenied' && message === 'Request has expired',
    );
  });

test('a bucket may be signed with a slash behind it', () => {
  for (const path of ['/pets', '/pets/'])
    verify({ path: '/pets', query: url(`GET\n\n\n${expires}\n${path}`) });
});

test('a date of the own header is signed there alone', () => {
  const headers = { 'x-amz-date': 'Tue, 27 Mar 2007 19:36:42 GMT', date: 'yesterday' };
  const text = `GET\n\n\n\nx-amz-date:${headers['x-amz-date']}\n/pets/a.jpg`;
  assert.equal(stringToSign(requestOf({ headers }), '/pets/a.jpg', ''), text);
});

const header = (authorization: string, date = 'Tue, 27 Mar 2007 19:36:42 GMT') => ({
  headers: { authorization, date },
});
const good = `AWS ${ID}:${signVersion2(SECRET, 'GET\n\n\nTue, 27 Mar 2007 19:36:42 GMT\n/pets/a.jpg')}`;

for (const [what, signed, code] of [
  ['a forged URL', { query: url('another text') }, 'SignatureDoesNotMatch'],
  [
    'an added header',
    { query: url(`GET\n\n\n${expires}\n/pets/a.jpg`), headers: { 'x-amz-a': '1' } },
    'SignatureDoesNotMatch',
  ],
  ['half a URL', { query: `AWSAccessKeyId=${ID}&Signature=x` }, 'AccessDenied'],
  [
    'a URL with a date',
    { query: `AWSAccessKeyId=${ID}&Signature=x&Expires=today` },
    'AccessDenied',
  ],
  ['a header without signature', header(`AWS ${ID}`), 'InvalidArgument'],
  ['a header of yesterday', header(good, 'Mon, 26 Mar 2007 19:36:42 GMT'), 'RequestTimeTooSkewed'],
  ['a header without date', header(good, ''), 'AccessDenied'],
  ['a header of 1950', header(good, 'Tue, 07 Jul 1950 21:53:04 GMT'), 'AccessDenied'],
] as const)
  test(`${what} is refused`, () => {
    assert.throws(() => verify(signed), { code });
  });

test('requests of version 4 are none of version 2', () => {
  for (const signed of [
    {},
    header('AWS4-HMAC-SHA256 Credential=A'),
    { query: 'X-Amz-Algorithm=AWS4-HMAC-SHA256&AWSAccessKeyId=A' },
    { query: 'AWSAccessKeyId=A&Signature=x&Expires=1', ...header('AWS4-HMAC-SHA256 x') },
  ])
    assert.equal(parseVersion2(requestOf(signed)), undefined);
});
