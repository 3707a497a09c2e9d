import { type Client, connect } from './client.ts';
import { defineCommand, type Given, usageError } from './command.ts';
import { colorState, dim, print, printJson } from './style.ts';

interface Delivery {
  readonly id: number;
  readonly event: number;
  readonly destination: string;
  readonly rule: string;
  readonly state: string;
  readonly reason?: string;
  readonly nextAt?: string;
  readonly createdAt: string;
  readonly attempts: readonly unknown[];
}

type Action = (client: Client, given: Given) => Promise<unknown>;

/** `spillway deliveries`: what is owed or was given up, and what to do about it. */
export const deliveries = defineCommand({
  usage: 'deliveries [list | retry ID | drop ID | redrive] [OPTION ...]',
  summary: `Deals with what is owed to destinations:
  list       deliveries, newest first: those that are pending or were given up, unless --state says otherwise
  retry ID   tries one again now, even one that was given up
  drop ID    gives one up; that it was you stays on record
  redrive    owes again all that was given up (dead and rejected), or what the options choose`,
  flags: [
    { name: 'state', value: 'STATE', help: 'pending, dead, rejected, dropped or delivered' },
    { name: 'destination', value: 'ARN', help: 'only to this ARN, URL or address' },
    { name: 'rule', value: 'NAME', help: 'only by this configuration id, subscription or rule' },
    { name: 'since', value: 'TIME', help: 'created since: 15m, 2h, 2026-05-01T12:00:00Z' },
    { name: 'until', value: 'TIME', help: 'created before' },
    { name: 'limit', value: 'NUMBER', help: 'how many to list (50)' },
    { name: 'reason', value: 'TEXT', help: 'for drop: why, for the record' },
  ],
  examples: [
    'deliveries --state dead',
    'deliveries redrive --destination arn:aws:lambda:us-east-1:123456789012:function:thumbs',
  ],
  positionalsMax: 2,
  async run(given) {
    const [name = 'list'] = given.positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action)
      throw usageError(
        `there is no action ${JSON.stringify(name)}`,
        'give list, retry, drop or redrive',
      );
    const answer = await action(connect(given), given);
    if (given.on('json')) printJson(answer);
    return 0;
  },
});

const ACTIONS: Readonly<Record<string, Action>> = { list, retry, drop, redrive };

const filterOf = (given: Given) => ({
  destination: given.text('destination'),
  rule: given.text('rule'),
  since: given.text('since'),
  until: given.text('until'),
});

const UNDELIVERED = ['pending', 'dead', 'rejected', 'dropped'];

async function list(client: Client, given: Given): Promise<unknown> {
  const state = given.text('state');
  const states = state === undefined ? UNDELIVERED : [state];
  const query = { ...filterOf(given), limit: given.text('limit') };
  const found: Delivery[] = [];
  for (const each of states)
    found.push(...(await client.get('deliveries', { ...query, state: each })).deliveries);
  found.sort((a, b) => b.id - a.id);
  if (!given.on('json')) {
    for (const delivery of found) writeDelivery(delivery);
    if (found.length === 0) print(dim('nothing'));
  }
  return { deliveries: found };
}

async function retry(client: Client, given: Given): Promise<unknown> {
  return change(given, (id) => client.post(`deliveries/${id}/retry`, {}));
}

async function drop(client: Client, given: Given): Promise<unknown> {
  const reason = given.text('reason');
  return change(given, (id) => client.post(`deliveries/${id}/drop`, { reason }));
}

async function change(given: Given, act: (id: string) => Promise<Delivery>): Promise<Delivery> {
  const id = given.positionals[1];
  if (id === undefined || !/^\d+$/.test(id))
    throw usageError('which delivery?', 'give its id, as `spillway deliveries` lists it');
  const delivery = await act(id);
  if (!given.on('json')) writeDelivery(delivery);
  return delivery;
}

async function redrive(client: Client, given: Given): Promise<unknown> {
  const filter = { ...filterOf(given), state: given.text('state') };
  let redriven = 0;
  for (let before: number | undefined; ; ) {
    const answer = await client.post('deliveries/redrive', { ...filter, before });
    redriven += answer.redriven;
    before = answer.next;
    if (before === undefined) break;
  }
  if (!given.on('json'))
    print(redriven === 1 ? '1 delivery is owed again' : `${redriven} deliveries are owed again`);
  return { redriven };
}

function writeDelivery({ id, destination, rule, state, reason, nextAt, attempts }: Delivery): void {
  const tries = attempts.length === 0 ? '' : `, ${attempts.length} tries`;
  const next = nextAt === undefined ? '' : `, next ${nextAt}`;
  print(`${id}  ${colorState(state)}${tries}${next}  ${destination}  ${dim(rule)}`);
  if (reason !== undefined) print(`    ${reason}`);
}
