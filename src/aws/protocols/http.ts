import type { AwsError } from '../error.ts';
import type { Operation, ProtocolName, StoredBody } from './shape.ts';

/** An authenticated request, read to its end. */
export interface HttpRequest {
  readonly method: string;
  /** As received, percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** A `StoredBody` where the operation takes one, bytes everywhere else; empty when there is none. */
  readonly body: Uint8Array | StoredBody;
}

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | StoredBody;
}

/** What the answer names itself by; only S3 shows the second. */
export interface AnswerIds {
  readonly requestId: string;
  readonly hostId: string;
}

/** Parts of the path, decoded, by the name of the input's member: `{ Bucket: 'photos', Key: 'a/b.jpg' }`. */
export type Labels = Readonly<Record<string, string>>;

/**
 * One of AWS's wire protocols, spoken for one service. All the rest of the server knows inputs, outputs and
 * `AwsError` only.
 */
export interface Protocol {
  readonly name: ProtocolName;
  /** The operation's input in the shape of its model: required members are present, types are right. Throws AwsError. */
  readInput(operation: Operation, request: HttpRequest, labels: Labels): Record<string, unknown>;
  /** Only members that the model knows leave the server. */
  writeOutput(operation: Operation, output: object, ids: AnswerIds): HttpResponse;
  /**
   * `error.code` is the name of the error's shape in the model, which SDKs turn into a class
   * (`QueueDoesNotExist`); where the wire calls it otherwise (`AWS.SimpleQueueService.NonExistentQueue`), the
   * model's error table says so. A code that is in no model is sent as it is.
   */
  writeError(error: AwsError, ids: AnswerIds): HttpResponse;
}
