import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import type { AwsError } from '../../../src/aws/error.ts';
import type { ErrorFamily } from '../../../src/aws/signature-v4/errors.ts';
import { presignUrl, signRequest } from '../../../src/aws/signature-v4/sign-request.ts';
import { ACCESS_KEY, verify } from './receive-request.ts';

export const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5);
export const MINUTE_MS = 60_000;
export const credential = 'AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/s3/aws4_request';

/** A request to S3 or another service, well signed unless changed afterwards. */
export function signed(service = 's3', atMs = nowMs, extra: Record<string, string> = {}) {
  const request = {
    method: 'GET',
    rawPath: '/b/k',
    rawQuery: '',
    headers: { host: 'h', ...extra },
    payloadHash: hash('sha256', '', 'hex'),
  };
  const headers = signRequest(request, {
    key: ACCESS_KEY,
    region: 'us-east-1',
    service,
    nowMs: atMs,
  });
  return { ...request, headers };
}

/** A presigned GET with some query parameters replaced or removed. */
export function presigned(parameters: Record<string, string | undefined> = {}, atMs = nowMs) {
  const url = presignUrl({
    key: ACCESS_KEY,
    region: 'us-east-1',
    service: 's3',
    nowMs: atMs,
    method: 'GET',
    endpoint: 'http://h',
    rawPath: '/b/k',
    expiresSeconds: 60,
  });
  const query = new URLSearchParams(url.split('?')[1]);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const headers: Record<string, string> = { host: 'h' };
  return { method: 'GET', rawPath: '/b/k', rawQuery: query.toString(), headers };
}

export const withHeader = (name: string, value: string | undefined, service = 's3') => {
  const request = signed(service);
  const { [name]: _, ...headers } = request.headers;
  return { ...request, headers: value === undefined ? headers : { ...headers, [name]: value } };
};
export const authorization = (value: string, service?: string) =>
  withHeader('authorization', value, service);

export const FORM = 'expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".';

export interface Refusal {
  what: string;
  request: Parameters<typeof verify>[0];
  family?: ErrorFamily;
  at?: number;
  code: string;
  status: number;
  message?: string | RegExp;
  members?: Record<string, string>;
}

/** One test for each refusal of a table. */
export function testRefusals(refusals: readonly Refusal[]): void {
  for (const { what, request, family = 's3', at = nowMs, ...expected } of refusals) {
    test(`${what} is refused (${family})`, () => {
      assert.throws(
        () => verify(request, family, at),
        (error: AwsError) => {
          assert.equal(error.code, expected.code, error.message);
          assert.equal(error.status, expected.status);
          if (expected.message instanceof RegExp) assert.match(error.message, expected.message);
          else if (expected.message) assert.equal(error.message, expected.message);
          const { members = {} } = expected;
          for (const name of Object.keys(members)) assert.equal(error.members[name], members[name]);
          return true;
        },
      );
    });
  }
}
