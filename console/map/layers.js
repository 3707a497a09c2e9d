/**
 * The columns of the map. A line that passes a column on its way leads through a bend there, a place without a picture that keeps room
 * for it: no line runs behind a place that it has nothing to do with.
 */
export function layersOf(nodes, edges) {
  const known = new Set(nodes.map(({ id }) => id));
  const drawn = edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const depths = depthsOf(nodes, neighboursOf(nodes, drawn).before);
  const bends = new Map();
  for (const { from, to } of drawn) bends.set(lineOf(from, to), bendsOf(from, to, depths));

  const all = [...nodes, ...[...bends.values()].flat()];
  const byDepth = Map.groupBy(all, ({ id, depth = depths.get(id) }) => depth);
  const hops = [...bends.values()].flatMap(hopsOf);
  const straight = drawn.filter(({ from, to }) => bends.get(lineOf(from, to)).length === 0);
  return {
    layers: Array.from(
      { length: 1 + Math.max(-1, ...byDepth.keys()) },
      (_, depth) => byDepth.get(depth) ?? [],
    ),
    neighbours: neighboursOf(all, [...straight, ...hops]),
    bends,
  };
}

export const lineOf = (from, to) => `${from} > ${to}`;

function bendsOf(from, to, depths) {
  const [first, last] = [depths.get(from), depths.get(to)];
  const count = Math.max(0, last - first - 1);
  return Array.from({ length: count }, (_, i) => ({
    id: `${lineOf(from, to)} ${i}`,
    kind: 'bend',
    depth: first + 1 + i,
    from,
    to,
  }));
}

/** From the place where a line begins, through its bends, to where it ends. */
function hopsOf(bends) {
  if (bends.length === 0) return [];
  const { from, to } = bends[0];
  const stops = [from, ...bends.map(({ id }) => id), to];
  return stops.slice(1).map((stop, i) => ({ from: stops[i], to: stop }));
}

function neighboursOf(nodes, edges) {
  const lists = () => new Map(nodes.map(({ id }) => [id, []]));
  const neighbours = { before: lists(), after: lists() };
  for (const { from, to } of edges) {
    neighbours.after.get(from).push(to);
    neighbours.before.get(to).push(from);
  }
  return neighbours;
}

/** Each node one layer behind the last of those before it; a line that goes back in a circle counts for nothing. */
function depthsOf(nodes, before) {
  const depths = new Map();
  const visiting = new Set();
  const depthOf = (id) => {
    if (depths.has(id)) return depths.get(id);
    if (visiting.has(id)) return -1;
    visiting.add(id);
    const depth = Math.max(-1, ...before.get(id).map(depthOf)) + 1;
    visiting.delete(id);
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of nodes) depthOf(id);
  return depths;
}
