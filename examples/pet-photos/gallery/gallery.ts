import type { IncomingMessage, ServerResponse } from 'node:http';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Database } from '../database/database.ts';
import type { Settings } from '../shared/settings.ts';

/** What the handlers of the page's requests work with. */
export interface Gallery {
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly database: Database;
  readonly settings: Settings;
  readonly queueUrl: string;
  readonly deadLetterQueueUrl: string;
  readonly signal: AbortSignal;
}

export type Handler = (
  gallery: Gallery,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void>;

/**
 * A request that the page should not have made, or that cannot be fulfilled; the message is for
 * people.
 */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

/** The photo that a request is about: `?key=uploads/rex.jpg`. */
export function keyOf(url: URL): string {
  const key = url.searchParams.get('key');
  if (key === null) throw new RequestError(400, 'which photo? `key` is missing');
  return key;
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
