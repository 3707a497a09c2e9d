import type { InvocationRequest, InvocationResponse } from '../../aws/models/lambda.ts';
import { readUtf8 } from '../../aws/protocols/leaf.ts';
import { lineageOf } from '../../aws/trace-header.ts';
import type { Context } from '../context.ts';
import { enqueueInvocation } from './enqueue-invocation.ts';
import {
  eventTooLarge,
  functionNotFound,
  invalidRequestContent,
  requestTooLarge,
  unsupported,
} from './errors.ts';
import { findVersion } from './find-version.ts';
import { type FunctionReference, LATEST, referToFunction } from './function-name.ts';
import { type Ran, runFunction } from './run-function.ts';

/** Payloads, in bytes. */
const REQUEST_BYTES_MAX = 6 * 1024 * 1024;
const EVENT_BYTES_MAX = 1024 * 1024;

/**
 * Runs a function and waits for it (`RequestResponse`), puts an event into its queue (`Event`), or
 * only says whether the caller could (`DryRun`).
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function invoke(
  input: InvocationRequest,
  context: Context,
): Promise<InvocationResponse> {
  if (input.TenantId !== undefined) throw unsupported('TenantId');
  if (input.DurableExecutionName !== undefined) throw unsupported('DurableExecutionName');
  const reference = referToFunction(context, input.FunctionName, input.Qualifier);
  const found = await context.storage.read((reader) => findVersion(reader, reference));
  if (!found) throw functionNotFound(`${reference.arn}:${reference.qualifier ?? LATEST}`);
  const type = input.InvocationType ?? 'RequestResponse';
  if (type === 'DryRun') return { StatusCode: 204 };
  const payload = checkPayload(input.Payload, type);
  const clientContext = decodeClientContext(input.ClientContext);
  return type === 'Event'
    ? enqueue(context, reference, payload)
    : run(context, reference, { payload, clientContext, tail: input.LogType === 'Tail' });
}

/** Puts an event into a function's queue: it is on disk then. */
export async function enqueue(
  context: Context,
  { arn, qualifier }: FunctionReference,
  payload: Uint8Array,
): Promise<InvocationResponse> {
  await context.storage.transaction((tx) =>
    enqueueInvocation(tx, context, {
      functionArn: arn,
      qualifier,
      payload: Buffer.from(payload).toString(),
      trace: context.trace ?? null,
      ...lineageOf(context.trace),
      requestId: context.requestId,
    }),
  );
  return { StatusCode: 202 };
}

interface Options {
  readonly payload: Uint8Array;
  readonly clientContext: string | undefined;
  readonly tail: boolean;
}

async function run(
  context: Context,
  { arn, qualifier }: FunctionReference,
  { payload, clientContext, tail }: Options,
): Promise<InvocationResponse> {
  const { hops, cause } = lineageOf(context.trace);
  const ran = await runFunction(context, {
    functionArn: arn,
    qualifier,
    requestId: context.requestId,
    payload,
    trace: context.trace,
    lineage: { hops: hops + 1, cause },
    clientContext,
  });
  await keepLog(context, ran);
  return {
    StatusCode: 200,
    FunctionError: ran.functionError,
    LogResult: tail ? Buffer.from(ran.logTail).toString('base64') : undefined,
    Payload: ran.payload,
    ExecutedVersion: ran.executedVersion,
  };
}

/** The function has run, so its answer counts although the log of it may be lost. */
async function keepLog({ storage, log }: Context, ran: Ran): Promise<void> {
  try {
    await storage.transaction((tx) => ran.keepLog(tx));
  } catch (error) {
    log.error({ err: error }, 'the log of a function could not be kept');
  }
}

/** An invocation without a payload gets an empty object. */
export function checkPayload(payload: Uint8Array | undefined, type: string): Uint8Array {
  if (payload === undefined || payload.length === 0) return Buffer.from('{}');
  const bytes = payload.length;
  if (bytes > REQUEST_BYTES_MAX) throw requestTooLarge(REQUEST_BYTES_MAX);
  if (bytes > EVENT_BYTES_MAX && type === 'Event') throw eventTooLarge(bytes, EVENT_BYTES_MAX);
  const text = readUtf8(payload);
  if (text === undefined) throw notJson('Invalid UTF-8');
  try {
    JSON.parse(text);
  } catch (error) {
    throw notJson((error as Error).message);
  }
  return payload;
}

const notJson = (reason: string) =>
  invalidRequestContent(
    `Could not parse request body into json: Could not parse payload into json: ${reason}`,
  );

function decodeClientContext(encoded: string | undefined): string | undefined {
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  try {
    JSON.parse(text);
  } catch (error) {
    throw invalidRequestContent(
      `Client context must be a valid Base64-encoded JSON object: ${(error as Error).message}`,
    );
  }
  return text;
}
