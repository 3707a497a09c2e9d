import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchCors } from '../../src/aws/cors.ts';

const ORIGIN = 'https://app.example.com';
const rule = (members: object = {}) => ({
  AllowedMethods: ['GET'],
  AllowedOrigins: [ORIGIN],
  ...members,
});

/** Whether a rule lets a browser have the answer. */
const cases: {
  name: string;
  rule: object;
  origin?: string;
  method?: string;
  headers?: string[];
  fits: boolean;
}[] = [
  { name: 'the origin itself', rule: {}, fits: true },
  { name: 'another origin', rule: {}, origin: 'https://example.com', fits: false },
  { name: 'another scheme', rule: {}, origin: 'http://app.example.com', fits: false },
  { name: 'any origin', rule: { AllowedOrigins: ['*'] }, fits: true },
  { name: 'a subdomain', rule: { AllowedOrigins: ['https://*.example.com'] }, fits: true },
  {
    name: 'the domain without a subdomain',
    rule: { AllowedOrigins: ['https://*.example.com'] },
    origin: 'https://example.com',
    fits: false,
  },
  {
    name: 'an origin shorter than both ends of the pattern together',
    rule: { AllowedOrigins: ['https://a*a'] },
    origin: 'https://a',
    fits: false,
  },
  { name: 'another method', rule: {}, method: 'PUT', fits: false },
  { name: 'a header that is not allowed', rule: {}, headers: ['x-amz-date'], fits: false },
  {
    name: 'headers in another case',
    rule: { AllowedHeaders: ['X-Amz-*', 'content-type'] },
    headers: ['x-amz-date', ' Content-Type'],
    fits: true,
  },
  {
    name: 'one header of two',
    rule: { AllowedHeaders: ['x-amz-*'] },
    headers: ['x-amz-date', 'content-type'],
    fits: false,
  },
  { name: 'no headers asked for', rule: {}, headers: [''], fits: true },
];

for (const { name, rule: members, origin = ORIGIN, method = 'GET', headers, fits } of cases)
  test(`CORS: ${name}`, () => {
    assert.equal(matchCors([rule(members)], origin, method, headers) !== undefined, fits);
  });

test('the first rule that fits decides what the browser is told', () => {
  const rules = [
    rule({ AllowedMethods: ['PUT'] }),
    rule({
      AllowedMethods: ['GET', 'HEAD'],
      AllowedHeaders: ['*'],
      ExposeHeaders: ['ETag', 'x-amz-version-id'],
      MaxAgeSeconds: 300,
    }),
    rule({ AllowedOrigins: ['*'] }),
  ];
  assert.deepEqual(matchCors(rules, ORIGIN, 'GET', ['X-A', 'x-b']), {
    'Access-Control-Allow-Origin': ORIGIN,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'x-a, x-b',
    'Access-Control-Expose-Headers': 'ETag, x-amz-version-id',
    'Access-Control-Max-Age': '300',
    Vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  });
});

test('any origin comes without credentials', () => {
  assert.deepEqual(matchCors([rule({ AllowedOrigins: ['*'] })], ORIGIN, 'GET', undefined), {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET',
    Vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  });
});
