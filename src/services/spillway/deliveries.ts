import { AwsError, fail } from '../../aws/error.ts';
import type { Transaction } from '../../storage/storage.ts';
import type { DeliveryRow, DeliveryState } from '../../storage/tables/deliveries.ts';
import { getDelivery } from '../../storage/tables/deliveries.ts';
import {
  type DeliverySearch,
  dropDelivery as drop,
  oweAgain,
  searchDeliveries,
} from '../../storage/tables/delivery-control.ts';
import { attemptsOfDelivery } from '../../storage/tables/journal.ts';
import type { Context } from '../context.ts';
import {
  type Given,
  notFound,
  readLimit,
  readNumber,
  readOneOf,
  readText,
  readTime,
  refuseOthers,
} from './input.ts';
import { jsonPage, type Page } from './page.ts';
import { describeDelivery } from './trail.ts';

/** Which deliveries: what is left out does not narrow it. */
export interface DeliveryFilterInput {
  readonly state?: Given;
  readonly destination?: Given;
  readonly rule?: Given;
  readonly since?: Given;
  readonly until?: Given;
  readonly before?: Given;
  readonly limit?: Given;
}

const STATES: readonly DeliveryState[] = ['pending', 'delivered', 'dead', 'rejected', 'dropped'];
const LIMIT = 50;
const LIMIT_MAX = 500;
const ATTEMPTS_SHOWN = 20;

const readSearch = (input: DeliveryFilterInput, now: number): DeliverySearch => ({
  state: readOneOf('state', input.state, STATES),
  lane: readText('destination', input.destination),
  rule: readText('rule', input.rule),
  since: readTime('since', input.since, now),
  until: readTime('until', input.until, now),
  before: readNumber('before', input.before),
});

/** ListDeliveries - newest first, with their latest attempts: `{"deliveries": [...], "next"}`. */
export async function listDeliveries(input: DeliveryFilterInput, context: Context): Promise<Page> {
  const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
  const search = readSearch(input, context.clock.now());
  return context.storage.read(async (reader) => {
    const rows = await searchDeliveries(reader, search, limit);
    const deliveries = [];
    for (const row of rows)
      deliveries.push({
        event: row.event_id,
        ...describeDelivery(row, await attemptsOfDelivery(reader, row.id, ATTEMPTS_SHOWN)),
      });
    return jsonPage({ deliveries, next: rows.length < limit ? undefined : rows.at(-1)?.id });
  });
}

/**
 * RetryDelivery - tries a delivery again now: one that waits for its next try, or one that was
 * given up. What was delivered is not delivered again; a replay does that.
 */
export const retryDelivery = (input: { readonly id?: Given }, context: Context): Promise<Page> =>
  change(input, context, async (tx, { id }) => {
    if (!(await oweAgain(tx, id, context.clock.now())))
      throw conflict(`Delivery ${id} has been delivered; replay its event to send it again.`);
  });

/** DropDelivery - gives up a delivery. That it was an operator's doing stays on record. */
export const dropDelivery = (
  input: { readonly id?: Given; readonly reason?: Given },
  context: Context,
): Promise<Page> =>
  change(input, context, async (tx, { id, state, reason }) => {
    const why = readText('reason', input.reason) ?? 'no reason given';
    const before = reason === null ? '' : `; before that: ${reason}`;
    const record = `dropped by the operator from ${context.caller.sourceIp} (${why})${before}`;
    if (!(await drop(tx, id, record, context.clock.now())))
      throw conflict(`Delivery ${id} is ${state}; there is nothing to drop.`);
  });

async function change(
  input: { readonly id?: Given },
  { storage }: Context,
  act: (tx: Transaction, row: DeliveryRow) => Promise<void>,
): Promise<Page> {
  const id = readNumber('id', input.id) ?? 0;
  return storage.transaction(async (tx) => {
    await act(tx, (await getDelivery(tx, id)) ?? fail(notFound(`There is no delivery ${id}.`)));
    const row = (await getDelivery(tx, id)) ?? fail(notFound(`There is no delivery ${id}.`));
    return jsonPage(describeDelivery(row, await attemptsOfDelivery(tx, id, ATTEMPTS_SHOWN)));
  });
}

/**
 * RedriveDeliveries - owes again what was given up (`dead`, `rejected`, `dropped`; the first two
 * unless `state` says otherwise), of one destination or of all. Up to `limit` in one call:
 * `{"redriven": n, "next"}`; go on with `before: next`.
 */
export async function redriveDeliveries(
  input: DeliveryFilterInput,
  context: Context,
): Promise<Page> {
  refuseOthers(input, ['state', 'destination', 'rule', 'since', 'until', 'before', 'limit']);
  const now = context.clock.now();
  const limit = readLimit(input.limit, LIMIT_MAX, LIMIT_MAX);
  const { state, ...search } = readSearch(input, now);
  if (state === 'pending' || state === 'delivered')
    throw conflict(`Deliveries that are ${state} cannot be redriven.`);
  return context.storage.transaction(async (tx) => {
    const rows: DeliveryRow[] = [];
    for (const each of state === undefined ? (['dead', 'rejected'] as const) : [state])
      rows.push(...(await searchDeliveries(tx, { ...search, state: each }, limit)));
    const chosen = rows.sort((a, b) => b.id - a.id).slice(0, limit);
    for (const { id } of chosen) await oweAgain(tx, id, now);
    const next = chosen.length < limit ? undefined : chosen.at(-1)?.id;
    return jsonPage({ redriven: chosen.length, next });
  });
}

const conflict = (message: string) => new AwsError('Conflict', message, { status: 409 });
