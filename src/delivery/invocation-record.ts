import { splitFunctionArn } from '../storage/tables/function-targets.ts';
import type { Job } from './destination.ts';

/** How an asynchronous invocation ended, in the words of AWS's records. */
export type Condition =
  | 'Success'
  | 'RetriesExhausted'
  | 'EventAgeExceeded'
  | 'ZeroReservedConcurrency'
  | 'RecursiveInvocation';

/** The function's last answer. */
export interface LastResponse {
  readonly executedVersion: string;
  readonly functionError?: 'Unhandled' | undefined;
  /** As the function answered it: JSON text, as a rule. */
  readonly payload: string;
}

export interface Ended {
  readonly condition: Condition;
  /** How often the function ran. */
  readonly invokeCount: number;
  /** Missing when it never ran. */
  readonly response?: LastResponse | undefined;
}

/**
 * What a destination is told about an asynchronous invocation: JSON text.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function invocationRecord(job: Job, ended: Ended, nowMs: number): string {
  const { condition, invokeCount, response } = ended;
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    requestContext: {
      requestId: job.event.subject,
      functionArn: invokedArn(job),
      condition,
      approximateInvokeCount: invokeCount,
    },
    requestPayload: JSON.parse(job.event.payload),
    ...(response && {
      responseContext: {
        statusCode: 200,
        executedVersion: response.executedVersion,
        ...(response.functionError && { functionError: response.functionError }),
      },
      responsePayload: parsed(response.payload),
    }),
  });
}

/**
 * The text in a function's error payload; the payload itself when it has none, since a custom
 * runtime may answer anything.
 */
export function errorMessage(payload: string): string {
  const error = parsed(payload);
  const message = (error as { errorMessage?: unknown } | null)?.errorMessage;
  return typeof message === 'string' ? message : payload;
}

/** What is not JSON stands for itself. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}

/** Always with a qualifier, as destinations see it. */
export function invokedArn({ delivery }: Pick<Job, 'delivery'>): string {
  const { functionArn, qualifier } = splitFunctionArn(delivery.rule);
  return `${functionArn}:${qualifier ?? '$LATEST'}`;
}
