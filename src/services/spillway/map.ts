import { bucketArn, eventBusArn } from '../../aws/arn.ts';
import type { NotificationRule } from '../../events/notification/index.ts';
import type { Reader } from '../../storage/storage.ts';
import { countMessages } from '../../storage/tables/message-counts.ts';
import {
  allFunctions,
  allMappings,
  allQueues,
  allRules,
  allSubscriptions,
  allTargets,
  allTopics,
  notifyingBuckets,
} from '../../storage/tables/wiring.ts';
import type { Context } from '../context.ts';
import { EVENT_BRIDGE_RULE, rulesOf } from '../stored-notification.ts';
import { jsonPage, type Page } from './page.ts';
import { wireRates } from './wire-rates.ts';

/** A place that events come from, pass or go to. */
export interface MapNode {
  /** ARN, URL or address. */
  readonly id: string;
  readonly kind: 'bucket' | 'queue' | 'topic' | 'function' | 'event-bus' | 'rule' | 'endpoint';
  readonly name: string;
  /** Messages in a queue. */
  readonly waiting?: number | undefined;
  readonly inFlight?: number | undefined;
  readonly disabled?: boolean | undefined;
}

/** A connection that events take. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** Who says so: configuration id, subscription ARN, mapping; empty for the members of a rule. */
  readonly rule: string;
  /** What it lets pass, where it asks: events and keys of a bucket's rule, a filter policy. */
  readonly filter?: string | undefined;
  readonly perMinute: number;
  readonly failed: number;
  /** Deliveries that wait. */
  readonly backlog: number;
  readonly disabled?: boolean | undefined;
}

const NODES_MAX = 500;

/**
 * GetMap - what is connected to what, with what went there lately: `{"nodes": [MapNode], "edges":
 * [MapEdge], "windowMs"}`.
 */
export async function getMap(_input: object, context: Context): Promise<Page> {
  const now = context.clock.now();
  return context.storage.read(async (reader) => {
    const wires = [
      ...(await bucketWires(reader)),
      ...(await topicWires(reader)),
      ...(await ruleWires(reader)),
      ...(await mappingWires(reader)),
      ...(await redriveWires(reader)),
    ];
    const { windowMs, ratesOf } = await wireRates(reader, now);
    const edges = wires.map((wire): MapEdge => ({ ...wire, ...ratesOf(wire) }));
    return jsonPage({ nodes: await nodesOf(reader, edges, now), edges, windowMs });
  });
}

type Wire = Pick<MapEdge, 'from' | 'to' | 'rule' | 'filter' | 'disabled'>;

async function bucketWires(reader: Reader): Promise<Wire[]> {
  const buckets = await notifyingBuckets(reader, NODES_MAX);
  return buckets.flatMap(({ name, account, region, notification }) => {
    const { rules, eventBridge } = rulesOf(notification ?? '');
    const from = bucketArn(name);
    const wires = rules.map((rule) => ({
      from,
      to: rule.destination,
      rule: rule.configurationId,
      filter: describeFilter(rule),
    }));
    const to = eventBusArn(region, account, 'default');
    return eventBridge ? [...wires, { from, to, rule: EVENT_BRIDGE_RULE }] : wires;
  });
}

/** `photos/*.jpg ObjectCreated:*` */
function describeFilter({ events, prefix, suffix }: NotificationRule): string {
  const families = new Set(events.map((name) => name.split(':')[0]));
  const what = events.length === 1 ? events : [...families].map((family) => `${family}:*`);
  return `${prefix}*${suffix} ${what.join(', ')}`;
}

async function topicWires(reader: Reader): Promise<Wire[]> {
  const subscriptions = await allSubscriptions(reader, NODES_MAX);
  return subscriptions.map(
    ({ arn: rule, topic_arn: from, endpoint: to, state, filter_policy }) => ({
      from,
      to,
      rule,
      filter: filter_policy ?? undefined,
      disabled: state === 'confirmed' ? undefined : true,
    }),
  );
}

async function ruleWires(reader: Reader): Promise<Wire[]> {
  const rules = await allRules(reader, '', NODES_MAX);
  const targets = await allTargets(reader, NODES_MAX);
  return [
    ...rules.map(({ bus_arn: from, arn: to, state }) => ({
      from,
      to,
      rule: to,
      disabled: state === 'DISABLED' ? true : undefined,
    })),
    ...targets.map(({ rule_arn: from, arn: to, id }) => ({ from, to, rule: `${from}#${id}` })),
  ];
}

async function mappingWires(reader: Reader): Promise<Wire[]> {
  const mappings = await allMappings(reader, NODES_MAX);
  return mappings.map(({ event_source_arn: from, function_arn: to, uuid: rule, enabled }) => ({
    from,
    to,
    rule,
    disabled: enabled === 1 ? undefined : true,
  }));
}

async function redriveWires(reader: Reader): Promise<Wire[]> {
  const queues = await allQueues(reader, '', NODES_MAX);
  return queues.flatMap(({ arn: from, dead_letter_arn: to }) =>
    to === null ? [] : [{ from, to, rule: 'RedrivePolicy' }],
  );
}

/** Everything that there is, connected or not, and what wires lead to although it is not here. */
async function nodesOf(reader: Reader, edges: readonly MapEdge[], now: number): Promise<MapNode[]> {
  const nodes = new Map<string, MapNode>();
  for (const { arn, name, ...queue } of await allQueues(reader, '', NODES_MAX)) {
    const { visible: waiting, inFlight } = await countMessages(
      reader,
      { arn, name, ...queue },
      now,
    );
    nodes.set(arn, { id: arn, kind: 'queue', name, waiting, inFlight });
  }
  for (const { arn, name } of await allTopics(reader, '', NODES_MAX))
    nodes.set(arn, { id: arn, kind: 'topic', name });
  for (const { arn, name } of await allFunctions(reader, '', NODES_MAX))
    nodes.set(arn, { id: arn, kind: 'function', name });
  for (const { arn, name, state } of await allRules(reader, '', NODES_MAX))
    nodes.set(arn, { id: arn, kind: 'rule', name, disabled: state === 'DISABLED' || undefined });
  for (const id of edges.flatMap(({ from, to }) => [from, to]))
    if (!nodes.has(id)) nodes.set(id, { id, kind: kindOf(id), name: id.split(':').at(-1) ?? id });
  return [...nodes.values()];
}

const KINDS: readonly (readonly [string, MapNode['kind']])[] = [
  ['arn:aws:s3:', 'bucket'],
  ['arn:aws:sqs:', 'queue'],
  ['arn:aws:sns:', 'topic'],
  ['arn:aws:lambda:', 'function'],
  ['arn:aws:events:', 'event-bus'],
];

const kindOf = (id: string): MapNode['kind'] =>
  KINDS.find(([start]) => id.startsWith(start))?.[1] ?? 'endpoint';
