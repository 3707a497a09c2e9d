import { eventBusArn, parseArn, ruleArn } from '../../aws/arn.ts';
import type { Reader, Transaction } from '../../storage/storage.ts';
import {
  type EventBusRow,
  getEventBus,
  insertEventBus,
  reviseEventBus,
} from '../../storage/tables/event-buses.ts';
import { getRule, type RuleRow } from '../../storage/tables/rules.ts';
import type { Context, Platform } from '../context.ts';
import { refuseArchiveRule } from './archive-rule.ts';
import type { BusName } from './bus-name.ts';
import { BUS_NAME_OR_ARN, checkConstraints } from './constraints.ts';
import { busDoesNotExist, invalidParameter, ruleDoesNotExist } from './errors.ts';

export const DEFAULT_BUS = 'default';

type Place = Pick<Context, 'account' | 'region'>;

export const busNamed = ({ account, region }: Place, name: string): BusName => ({
  arn: eventBusArn(region, account, name),
  account,
  region,
  name,
});

const BUS_RESOURCE = 'event-bus/';

/** The bus that an ARN names; `undefined` when it names something else. */
export function busOfArn(arn: string): BusName | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'events' || !parsed.resource.startsWith(BUS_RESOURCE)) return undefined;
  return busNamed(parsed, parsed.resource.slice(BUS_RESOURCE.length));
}

/** The same for the source of an archive. Throws ValidationException. */
export function requiredBusArn(arn: string): BusName {
  const bus = busOfArn(arn);
  if (!bus) throw invalidParameter('EventSourceArn', 'Must contain an event bus ARN.');
  return bus;
}

/** The bus that a request means by a name or ARN: the default bus without one. Says nothing of whether that is a name. */
export const meantBus = (context: Place, nameOrArn: string = DEFAULT_BUS): BusName =>
  busOfArn(nameOrArn) ?? busNamed(context, nameOrArn);

/** The same for a member of the request that is checked first. Throws ValidationException. */
export function requestedBus(
  context: Place,
  nameOrArn: string | undefined,
  member = 'eventBusName',
): BusName {
  checkConstraints([member, nameOrArn, BUS_NAME_OR_ARN]);
  return meantBus(context, nameOrArn);
}

/** Throws ResourceNotFoundException. The default bus exists in every account and region. */
export async function checkBusExists(reader: Reader, bus: BusName): Promise<void> {
  if (bus.name !== DEFAULT_BUS && !(await getEventBus(reader, bus.arn)))
    throw busDoesNotExist(bus.name);
}

/** The row of a bus, made when it is the default bus's and nothing needed it before. Throws ResourceNotFoundException. */
export async function openBus(
  tx: Transaction,
  { ids, clock }: Pick<Platform, 'ids' | 'clock'>,
  bus: BusName,
): Promise<EventBusRow> {
  const known = await getEventBus(tx, bus.arn);
  if (known) return known;
  if (bus.name !== DEFAULT_BUS) throw busDoesNotExist(bus.name);
  const now = clock.now();
  const row: EventBusRow = {
    ...bus,
    description: null,
    policy: null,
    tags: '{}',
    created_at: now,
    modified_at: now,
    revision: ids.uuid(),
  };
  await insertEventBus(tx, row);
  return row;
}

/** To be called with every change of what the bus's events are matched with. */
export const reviseBus = (
  tx: Transaction,
  { ids }: Pick<Platform, 'ids'>,
  busArn: string,
): Promise<void> => reviseEventBus(tx, busArn, ids.uuid());

export const arnOfRule = ({ account, region, name }: BusName, rule: string): string =>
  ruleArn(region, account, name, rule);

/** Throws ResourceNotFoundException for the bus or the rule, and ManagedRuleException for the rule of an archive. */
export async function requireRule(reader: Reader, bus: BusName, name: string): Promise<RuleRow> {
  await checkBusExists(reader, bus);
  await refuseArchiveRule(reader, bus, name);
  const rule = await getRule(reader, arnOfRule(bus, name));
  if (!rule) throw ruleDoesNotExist(name, bus.name);
  return rule;
}
