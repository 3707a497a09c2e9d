import { h, svg } from '../lib/dom.js';
import { ago, count, plural, rate } from '../lib/format.js';
import { lineOf } from './layers.js';
import { layOut } from './layout.js';

/**
 * The map as a drawing: what feeds what, with rates and backlogs on the lines and the health of each place. Every place is a link to its
 * page; the same is told as a list by `list.js`.
 */
export function drawMap({ nodes, edges }) {
  const { places, bends, width, height } = layOut(nodes, edges);
  const drawing = svg(
    'svg',
    {
      class: 'map-drawing',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-label': 'Map of the event flow',
    },
    svg('defs', {}, arrow('arrow', 'arrow-head'), arrow('arrow-bad', 'arrow-head bad')),
    edges
      .filter(({ from, to }) => places.has(from) && places.has(to))
      .map((edge) => {
        const between = bends.get(lineOf(edge.from, edge.to));
        return drawEdge(edge, [places.get(edge.from), ...between, places.get(edge.to)]);
      }),
    nodes.map((node) => drawNode(node, places.get(node.id))),
  );
  // What is wider is moved sideways: smaller letters could not be read.
  drawing.style.minWidth = `${Math.round(width * SCALE_MIN)}px`;
  return drawing;
}

const SCALE_MIN = 0.7;

const arrow = (id, className) =>
  svg(
    'marker',
    { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
    svg('path', { d: 'M0 0L8 4L0 8z', class: className }),
  );

function drawEdge({ perMinute = 0, failed = 0, backlog = 0, state, note }, way) {
  const to = way.at(-1);
  const bad = state === 'failing' && !note;
  const tones = { bad, waiting: backlog > 0, active: perMinute > 0, off: note };
  const line = way
    .slice(1)
    .map((place, i) => curve(way[i], place, i === 0))
    .join('');
  // At the end of the line: lines that part from one place have room there.
  const label = (text, dy) =>
    svg(
      'text',
      { x: to.x - 12, y: middle(to) + dy, class: 'edge-label', 'text-anchor': 'end' },
      text,
    );
  const below =
    note ??
    ((backlog > 0 && `${count(backlog)} waiting`) || (failed > 0 && `${count(failed)} failed`));
  return svg(
    'g',
    { class: ['edge', ...Object.keys(tones).filter((tone) => tones[tone])].join(' ') },
    svg('path', {
      d: line,
      class: 'edge-line',
      'marker-end': `url(#${bad ? 'arrow-bad' : 'arrow'})`,
    }),
    perMinute > 0 && svg('path', { d: line, class: 'edge-flow' }),
    perMinute > 0 && label(rate(perMinute), -7),
    below && label(below, 16),
  );
}

const middle = ({ y, height }) => y + height / 2;

function curve(from, to, first) {
  const [x1, y1, x2, y2] = [from.x + from.width, middle(from), to.x, middle(to)];
  // A line that goes back leaves on the right and comes in on the left all the same.
  const bend = Math.max(24, Math.abs(x2 - x1) / 2);
  return `${first ? 'M' : 'L'}${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function drawNode(node, { x, y, width, height }) {
  const { kind, label, name, state, href, reason } = node;
  const fact = factOf(node);
  // HTML inside, for it alone can cut what is too long and keep it whole for those who listen.
  const text = h(
    'div',
    { class: 'place', title: reason ?? name },
    h('div', { class: 'place-kind' }, label),
    h('div', { class: 'place-name' }, name),
    kind !== 'rule' && fact && h('div', { class: 'place-fact' }, fact),
  );
  const shown = svg(
    'g',
    { class: `node ${kind} ${state ?? ''}`, transform: `translate(${x} ${y})` },
    svg('rect', { width, height, rx: kind === 'rule' ? height / 2 : 9 }),
    svg('foreignObject', { width, height }, text),
    state === 'failing' && svg('path', { d: `M${width - 18} 8l10 10m0 -10l-10 10`, class: 'mark' }),
  );
  return href ? svg('a', { href }, shown) : shown;
}

/** The most important thing about a place. */
export function factOf({ state, failingSince, backlog = 0, messages, disabled }) {
  if (disabled) return 'disabled';
  if (state === 'failing' && failingSince)
    return `failing for ${ago(failingSince).replace(' ago', '')}, ${count(backlog)} waiting`;
  if (state === 'failing') return 'refuses what comes';
  if (state === 'backlog') return `${count(backlog)} on their way`;
  return messages === undefined ? '' : plural(messages, 'message');
}
