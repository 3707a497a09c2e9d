import { h } from '../lib/dom.js';
import { count, rate } from '../lib/format.js';
import { badge } from '../parts/common.js';
import { factOf } from './drawing.js';

/** A place is not followed a second time on the same way, nor further than this. */
const DEPTH_MAX = 12;

/** The map as nested lists, for small screens and for those who do not see it: from each source along the flow. */
export function listMap({ nodes, edges }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const after = Map.groupBy(edges, ({ from }) => from);
  const reached = new Set(edges.map(({ to }) => to));
  const sources = nodes.filter(({ id }) => !reached.has(id));
  const item = (node, edge, way) =>
    h(
      'li',
      {},
      h(
        'div',
        { class: 'map-line' },
        h('span', { class: 'soft' }, node.label),
        node.href
          ? h('a', { href: node.href, class: 'mono' }, node.name)
          : h('span', { class: 'mono' }, node.name),
        edge?.perMinute > 0 && h('span', { class: 'small number' }, rate(edge.perMinute)),
        edge?.backlog > 0 && h('span', { class: 'small number' }, `${count(edge.backlog)} waiting`),
        node.state === 'failing' && badge('failing'),
        factOf(node) && node.kind !== 'rule' && h('span', { class: 'small soft' }, factOf(node)),
      ),
      children(node, [...way, node.id]),
    );
  const children = (node, way) => {
    const next = (after.get(node.id) ?? []).filter(({ to }) => byId.has(to) && !way.includes(to));
    if (next.length === 0 || way.length > DEPTH_MAX) return null;
    return h(
      'ul',
      {},
      next.map((edge) => item(byId.get(edge.to), edge, way)),
    );
  };
  return h(
    'ul',
    { class: 'map-list' },
    sources.map((node) => item(node, undefined, [])),
  );
}
