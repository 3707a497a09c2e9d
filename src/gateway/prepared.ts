import type { HttpResponse } from '../aws/protocols/http.ts';
import type { Operation } from '../aws/protocols/shape.ts';
import type { Authenticated } from './exchange.ts';

/** A request whose sender is known and whose input is decoded: all that is left is to run it. */
export interface Prepared {
  readonly operation: Operation;
  readonly input: Record<string, unknown>;
  readonly authenticated: Authenticated;
  /** What operations see as `Context.protocol`, where it is not the wire's own. */
  readonly protocol?: string;
  /** Removes the body that was received, after a refusal. */
  discard?(): Promise<void>;
  /** Where the answer is not the protocol's own: S3's form POST. */
  answer?(output: object): HttpResponse;
}
