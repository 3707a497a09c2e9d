import { type Arn, parseArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { countMessages } from '../../storage/tables/message-counts.ts';
import {
  allBuckets,
  allFunctions,
  allMappings,
  allQueues,
  allRules,
  allSubscriptions,
  allTargets,
  allTopics,
} from '../../storage/tables/wiring.ts';
import type { Context } from '../context.ts';
import { type DestinationHealth, destinationHealth } from './destination-health.ts';
import { type EventRates, eventRates } from './event-rates.ts';
import { MAIL } from './mail-lane.ts';
import { addNode, createFlow, type Flow, type MapNode, type NodeKind } from './map/flow.ts';
import { drawBucket } from './map/notification-rules.ts';
import { drawBusRule, drawMapping, drawSubscription } from './map/onward.ts';
import { jsonPage, type Page } from './page.ts';

/** Of each kind of resource: what is beyond is not drawn, and `truncated` says so. */
const EACH_MAX = 200;
const CONNECTIONS_MAX = 1000;

/**
 * GetMap - what leads where: buckets, rules, destinations, and what these lead on to, with rates, backlogs and health:
 * `{"nodes": [MapNode], "edges": [MapEdge], "truncated"}`. What no event can reach and what nothing leads to is left out.
 */
export async function getMap(_input: object, { storage, clock }: Context): Promise<Page> {
  const now = clock.now();
  return storage.read(async (reader) => {
    const flow = createFlow();
    const truncated = await drawConnections(reader, flow, await eventRates(reader, now));
    await drawQueues(reader, flow, now);
    await drawFunctionsAndTopics(reader, flow);
    for (const { to } of flow.edges) addNode(flow, unknownNode(to));
    const health = new Map(
      (await destinationHealth(reader, now)).map((each) => [each.destination, each]),
    );
    const nodes = [...flow.nodes.values()].map((node) => withHealth(node, health));
    return jsonPage({ nodes, edges: flow.edges, truncated });
  });
}

async function drawConnections(reader: Reader, flow: Flow, rates: EventRates): Promise<boolean> {
  const buckets = await allBuckets(reader, '', EACH_MAX);
  const subscriptions = await allSubscriptions(reader, CONNECTIONS_MAX);
  const rules = await allRules(reader, '', EACH_MAX);
  const mappings = await allMappings(reader, CONNECTIONS_MAX);
  const targets = Map.groupBy(
    await allTargets(reader, CONNECTIONS_MAX),
    ({ rule_arn }) => rule_arn,
  );
  for (const bucket of buckets) drawBucket(flow, bucket, rates);
  for (const subscription of subscriptions) drawSubscription(flow, subscription, rates);
  for (const rule of rules) drawBusRule(flow, rule, targets.get(rule.arn) ?? [], rates);
  for (const mapping of mappings) drawMapping(flow, mapping);
  return buckets.length === EACH_MAX || rules.length === EACH_MAX;
}

/** Queues that something leads to, or that lead on. */
async function drawQueues(reader: Reader, flow: Flow, now: number): Promise<void> {
  const connected = connectedTo(flow);
  for (const queue of await allQueues(reader, '', EACH_MAX)) {
    if (!connected.has(queue.arn)) continue;
    const { visible, inFlight, delayed } = await countMessages(reader, queue, now);
    const messages = Number(visible) + Number(inFlight) + Number(delayed);
    addNode(flow, { id: queue.arn, kind: 'queue', name: queue.name, messages });
  }
}

async function drawFunctionsAndTopics(reader: Reader, flow: Flow): Promise<void> {
  const connected = connectedTo(flow);
  const draw = (
    kind: NodeKind,
    rows: readonly { readonly arn: string; readonly name: string }[],
  ) => {
    for (const { arn, name } of rows)
      if (connected.has(arn)) addNode(flow, { id: arn, kind, name });
  };
  draw('function', await allFunctions(reader, '', EACH_MAX));
  draw('topic', await allTopics(reader, '', EACH_MAX));
}

const connectedTo = ({ edges }: Flow) => new Set(edges.flatMap(({ from, to }) => [from, to]));

const KINDS: Readonly<Record<string, NodeKind>> = {
  sqs: 'queue',
  sns: 'topic',
  lambda: 'function',
  events: 'event-bus',
};

/** What an edge leads to and no table has: buses and versions of functions need none; the rest does not exist. */
function unknownNode(id: string): MapNode {
  const arn = parseArn(id);
  const kind = (arn && KINDS[arn.service]) ?? 'endpoint';
  if (!arn || kind === 'endpoint') return { id, kind: 'endpoint', name: id };
  const isNeeded = kind !== 'event-bus' && !isQualified(arn);
  const name = arn.resource.replace(/^(function:|event-bus\/)/, '');
  return { id, kind, name, ...(isNeeded && { state: 'missing' }) };
}

const isQualified = ({ resource }: Arn) => /^function:[^:]+:/.test(resource);

function withHealth(node: MapNode, health: ReadonlyMap<string, DestinationHealth>): MapNode {
  const known = health.get(node.kind === 'mail' ? MAIL : node.id);
  if (!known || node.state === 'missing') return node;
  const { state, failingSince, reason, backlog } = known;
  return { ...node, state, failingSince, reason, backlog };
}
