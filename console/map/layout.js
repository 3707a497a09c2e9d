import { layersOf } from './layers.js';

/**
 * Where everything goes on the map: layers from left to right, each one step further from where events begin, and within a layer an order
 * that keeps lines short. Pure: the same flow gives the same picture.
 *
 * Takes nodes `{ id, kind }` and edges `{ from, to, bare }`, a bare one without anything written on it; answers `{ width, height, places, bends }`: places by id
 * as `{ x, y, width, height }`, and by `lineOf(from, to)` the places in other columns that the line leads through.
 */
export const SIZES = {
  node: { width: 156, height: 62 },
  rule: { width: 148, height: 42 },
  bend: { width: 0, height: 12 },
};
/** Between columns; wider where lines have something written on them. */
const COLUMN_GAP = 32;
const LABEL_GAP = 90;
const ROW_GAP = 18;
const MARGIN = 12;
const SWEEPS = 6;

export const sizeOf = ({ kind }) => SIZES[kind] ?? SIZES.node;

export function layOut(nodes, edges) {
  const { layers, neighbours, bends } = layersOf(nodes, edges);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forward = sweep % 2 === 0;
    const side = forward ? neighbours.before : neighbours.after;
    const positions = new Map(
      layers.flatMap((layer) => layer.map(({ id }, i) => [id, i / layer.length])),
    );
    for (const layer of forward ? layers : layers.toReversed()) order(layer, side, positions);
  }
  const { places, ...size } = place(layers, neighbours, labelled(edges));
  const placesOf = (list) => list.map(({ id }) => places.get(id));
  return {
    places: new Map(nodes.map(({ id }) => [id, places.get(id)])),
    bends: new Map([...bends].map(([line, list]) => [line, placesOf(list)])),
    ...size,
  };
}

function order(layer, side, positions) {
  const weights = new Map(
    layer.map(({ id }) => {
      const around = side.get(id).map((each) => positions.get(each));
      return [id, around.length === 0 ? positions.get(id) : mean(around)];
    }),
  );
  layer.sort((a, b) => weights.get(a.id) - weights.get(b.id));
  layer.forEach(({ id }, i) => {
    positions.set(id, i / layer.length);
  });
}

const mean = (numbers) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The places that a line with something written on it leads to. */
const labelled = (edges) => new Set(edges.filter(({ bare }) => !bare).map(({ to }) => to));

/** From left to right, each node at the height of those before it, as far as there is room. */
function place(layers, { before }, withLabel) {
  const places = new Map();
  let x = MARGIN;
  for (const [i, layer] of layers.entries()) {
    if (i > 0) x += layer.some(({ id }) => withLabel.has(id)) ? LABEL_GAP : COLUMN_GAP;
    const width = Math.max(0, ...layer.map((node) => sizeOf(node).width));
    let free = MARGIN;
    for (const node of layer) {
      // A bend is as wide as its column, so that the line crosses it straight.
      const size = node.kind === 'bend' ? { ...SIZES.bend, width } : sizeOf(node);
      const around = before
        .get(node.id)
        .map((id) => places.get(id))
        .filter((each) => each !== undefined);
      const wanted = around.length === 0 ? free : mean(around.map(middle)) - size.height / 2;
      const y = Math.max(free, wanted);
      places.set(node.id, { x: x + (width - size.width) / 2, y, ...size });
      free = y + size.height + ROW_GAP;
    }
    x += width;
  }
  const all = [...places.values()];
  return {
    places,
    width: x + MARGIN,
    height: Math.max(0, ...all.map(({ y, height }) => y + height)) + MARGIN,
  };
}

const middle = ({ y, height }) => y + height / 2;
