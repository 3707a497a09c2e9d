import type { RawRequest } from '../../support/raw-http.ts';

/** Requests that AWS refuses, by what it answers (status and code) and what is wrong with them. */
export type BadInput = Readonly<Record<string, Readonly<Record<string, RawRequest>>>>;

export const ACCOUNT = '123456789012';
export const arn = (service: string, resource: string) =>
  `arn:aws:${service}:us-east-1:${ACCOUNT}:${resource}`;

/** Nested deeper than any document has a reason to be. */
export const DEEP = 20_000;
export const deepJson = `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`;

/** JSON over HTTP, as SQS, EventBridge and Rekognition speak it. */
export const jsonRequest = (
  service: string,
  target: string,
  body: string | Uint8Array | object,
): RawRequest => ({
  method: 'POST',
  path: '/',
  service,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
  body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
});

/** A form, as SNS, IAM and STS speak it. */
export const formRequest = (
  service: string,
  parameters: Readonly<Record<string, string>> | string,
): RawRequest => ({
  method: 'POST',
  path: '/',
  service,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: typeof parameters === 'string' ? parameters : new URLSearchParams(parameters).toString(),
});

export const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
