import { describe, pageOf } from '../lib/names.js';

/** Fewer deliveries than these are just on their way. */
const BACKLOG_MIN = 10;
const REDRIVE = 'RedrivePolicy';
const EVENT_BRIDGE = 'EventBridgeConfiguration';

/**
 * What the server tells of connections and destinations, as the map shows it: places with their health, rules of buckets as places of their
 * own, and what nothing leads to left out. Answers `{ nodes, edges, unconnected }`.
 */
export function flowOf({ nodes, edges }, destinations) {
  const health = new Map(destinations.map((each) => [each.destination, each]));
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const places = nodes
    .filter(({ id }) => connected.has(id))
    .map((node) => placeOf(node, health.get(node.id)));
  const flow = { nodes: places, edges: [], unconnected: nodes.length - places.length };
  for (const edge of edges) addEdge(flow, edge, health.get(edge.to));
  return flow;
}

function placeOf({ id, kind, name, waiting = 0, inFlight = 0, disabled }, destination) {
  const described = describe(id);
  const queue = kind === 'queue' ? { messages: waiting + inFlight } : {};
  const place = { id, kind, label: described.kind || kind, href: pageOf(id), disabled, ...queue };
  return { ...place, name: described.name || name, ...healthOf(destination) };
}

function healthOf(destination) {
  if (!destination) return {};
  const { state, backlog, failingSince, reason } = destination;
  if (state === 'failing' || state === 'refusing')
    return { state: 'failing', backlog, failingSince, reason };
  return { state: backlog >= BACKLOG_MIN ? 'backlog' : 'healthy', backlog };
}

function addEdge(
  flow,
  { from, to, rule, filter, perMinute, failed, backlog, disabled },
  destination,
) {
  const { state } = healthOf(destination);
  const note = noteOf(from, rule, disabled);
  const edge = { from, to, perMinute, failed, backlog: note ? 0 : backlog, state, note };
  if (describe(from).kind !== 'bucket') {
    flow.edges.push(edge);
    return;
  }
  const id = `${from} ${rule} ${to}`;
  const name = filter ?? 'every event';
  flow.nodes.push({
    id,
    kind: 'rule',
    label: rule === EVENT_BRIDGE ? 'EventBridge' : rule,
    name,
    href: pageOf(from),
  });
  flow.edges.push({ from, to: id, bare: true }, { ...edge, from: id });
}

/** What there is to say of a line that nothing goes along, or only what failed. */
function noteOf(from, rule, disabled) {
  if (rule === REDRIVE) return 'dead letters';
  if (!disabled) return undefined;
  return describe(from).kind === 'topic' ? 'unconfirmed' : 'disabled';
}
