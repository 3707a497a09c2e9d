import { RESPONSE_BYTES_MAX } from './limits.ts';

/**
 * The error payloads that Lambda itself makes, when the function could not make its own.
 * https://docs.aws.amazon.com/lambda/latest/dg/python-exceptions.html
 */
export interface ErrorPayload {
  readonly errorType: string;
  readonly errorMessage: string;
}

/** How a process ended: an exit status or a signal. */
export interface ProcessExit {
  readonly status: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
}

export function timedOut(requestId: string, timeoutSeconds: number): ErrorPayload {
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
  };
}

export function exited(requestId: string, exit: ProcessExit): ErrorPayload {
  return {
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: ${exitReason(exit)}`,
  };
}

export function invalidEntrypoint(requestId: string, reason: string): ErrorPayload {
  return {
    errorType: 'Runtime.InvalidEntrypoint',
    errorMessage: `RequestId: ${requestId} Error: ${reason}`,
  };
}

export function responseTooLarge(): ErrorPayload {
  return {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size exceeded maximum allowed payload size (${RESPONSE_BYTES_MAX} bytes).`,
  };
}

function exitReason({ status, signal }: ProcessExit): string {
  if (signal) return `Runtime exited with error: signal: ${SIGNALS[signal] ?? signal}`;
  if (status) return `Runtime exited with error: exit status ${status}`;
  return 'Runtime exited without providing a reason';
}

/** Signals in AWS's words, which are those of Go. */
const SIGNALS: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: 'aborted',
  SIGBUS: 'bus error',
  SIGFPE: 'floating point exception',
  SIGHUP: 'hangup',
  SIGILL: 'illegal instruction',
  SIGINT: 'interrupt',
  SIGKILL: 'killed',
  SIGPIPE: 'broken pipe',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
  SIGXFSZ: 'file size limit exceeded',
};
