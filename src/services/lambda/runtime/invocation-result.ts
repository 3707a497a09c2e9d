import { AwsError } from '../../../aws/error.ts';
import {
  type ErrorPayload,
  exited,
  invalidEntrypoint,
  responseTooLarge,
  timedOut,
} from './error-payload.ts';
import type { SessionMessage } from './runtime-session.ts';

/** What became of an invocation, as its invoker and its log are to learn it. */
export interface InvocationResult {
  readonly payload: Uint8Array;
  readonly functionError?: 'Unhandled';
  /** Set when the function did not answer at all: how its REPORT line puts it. */
  readonly status?: 'timeout' | 'error';
  readonly errorType?: string;
  /** Lines that Lambda adds to the log. */
  readonly explanation?: readonly string[];
}

/** What a session said last, or that there was nothing to start. */
export type Ending = SessionMessage | { readonly kind: 'notStarted'; readonly reason: string };

export interface Invoked {
  readonly requestId: string;
  readonly timeoutSeconds: number;
  readonly endedMs: number;
}

/** Throws when the end was none of the function's doing. */
export function invocationResult(ending: Ending, invoked: Invoked): InvocationResult {
  const { requestId, timeoutSeconds } = invoked;
  switch (ending.kind) {
    case 'response':
      return { payload: ending.payload };
    case 'error':
      return { payload: ending.payload, functionError: 'Unhandled' };
    case 'responseTooLarge':
      return lambdaError(responseTooLarge());
    case 'initError':
      return {
        payload: ending.payload,
        functionError: 'Unhandled',
        status: 'error',
        errorType: ending.errorType,
      };
    case 'notStarted':
      return failure(invalidEntrypoint(requestId, ending.reason));
    case 'exit':
      if (ending.cause === 'ended') throw environmentEnded();
      if (ending.cause !== 'timeout') return failure(exited(requestId, ending.exit));
      return {
        ...lambdaError(timedOut(requestId, timeoutSeconds)),
        status: 'timeout',
        explanation: [
          `${new Date(invoked.endedMs).toISOString()} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
        ],
      };
    case 'next':
      throw new Error('The Runtime API let a runtime ask for an event while it had one.');
  }
}

/** The server is stopping, or the function was deleted: the caller may try again. */
export const environmentEnded = () =>
  new AwsError('ServiceException', 'The execution environment was ended during the invocation.', {
    status: 500,
  });

const lambdaError = (payload: ErrorPayload) => ({
  payload: Buffer.from(JSON.stringify(payload)),
  functionError: 'Unhandled' as const,
});

const failure = (payload: ErrorPayload): InvocationResult => ({
  ...lambdaError(payload),
  status: 'error',
  errorType: payload.errorType,
  explanation: [payload.errorMessage, payload.errorType],
});
