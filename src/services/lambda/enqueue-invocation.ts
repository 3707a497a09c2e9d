import { parseArn } from '../../aws/arn.ts';
import type { Transaction } from '../../storage/storage.ts';
import { insertDelivery } from '../../storage/tables/deliveries.ts';
import { insertEvent } from '../../storage/tables/events.ts';
import type { Platform } from '../context.ts';

/** An event for a function, which nobody waits for. */
export interface NewInvocation {
  /** Without a qualifier. */
  readonly functionArn: string;
  /** The version or alias that is to run; the function itself when left out. */
  readonly qualifier?: string | undefined;
  /** The event: JSON text. */
  readonly payload: string;
  /** `X-Amzn-Trace-Id` of whatever led here. */
  readonly trace: string | null;
  /** The delivery that led here, and how many events lie before this one: see `events.ts`. */
  readonly cause: number | null;
  readonly hops: number;
  /** Made up when left out. Stays the same over all retries. */
  readonly requestId?: string | undefined;
}

export const INVOCATION_EVENT = 'Invoke';

/**
 * Puts an event into a function's asynchronous queue, as part of the caller's transaction: it is
 * owed from then on, through a crash. Whether the caller may invoke the function is for the caller
 * to check; whether the function exists is seen when it is to run. In the event, `source` is the
 * function's ARN and `subject` the request id; the delivery's `rule` is the ARN that was invoked,
 * with its qualifier.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
 */
export async function enqueueInvocation(
  tx: Transaction,
  { ids, clock }: Pick<Platform, 'ids' | 'clock'>,
  invocation: NewInvocation,
): Promise<{ requestId: string }> {
  const { functionArn, qualifier, requestId = ids.uuid() } = invocation;
  const arn = parseArn(functionArn);
  if (!arn) throw new Error(`invocation of ${functionArn}, which is no ARN`);
  const now = clock.now();
  const eventId = ids.sequence();
  await insertEvent(tx, {
    id: eventId,
    kind: 'lambda',
    at: now,
    account: arn.account,
    region: arn.region,
    source: functionArn,
    name: INVOCATION_EVENT,
    subject: requestId,
    payload: invocation.payload,
    settled: null,
    trace: invocation.trace,
    cause: invocation.cause,
    hops: invocation.hops,
  });
  await insertDelivery(tx, {
    id: ids.sequence(),
    event_id: eventId,
    kind: 'invocation',
    lane: functionArn,
    rule: qualifier === undefined ? functionArn : `${functionArn}:${qualifier}`,
    payload: null,
    now,
  });
  return { requestId };
}
