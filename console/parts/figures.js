import { h } from '../lib/dom.js';
import { count, duration, rate } from '../lib/format.js';

/** The server in six figures, each a link to what it counts. */
export function drawFigures({ deliveries, failing, journal, warnings }, { edges, windowMs }) {
  const perMinute = edges.reduce((sum, edge) => sum + edge.perMinute, 0);
  const gone = (deliveries.dead ?? 0) + (deliveries.rejected ?? 0);
  return [
    figure(rate(perMinute), `deliveries, last ${duration(windowMs)}`, '#/timeline'),
    figure(
      count(deliveries.pending),
      'deliveries under way',
      '#/deliveries',
      deliveries.pending > 0 && 'waiting',
    ),
    figure(
      count(failing),
      failing === 1 ? 'destination failing' : 'destinations failing',
      '#/warnings',
      failing > 0 && 'bad',
    ),
    figure(count(gone), 'given up', '#/deliveries?state=dead', gone > 0 && 'bad'),
    figure(
      count(warnings),
      warnings === 1 ? 'warning' : 'warnings',
      '#/warnings',
      warnings > 0 && 'bad',
    ),
    figure(count(journal.events), 'events in the journal', '#/timeline'),
  ];
}

const figure = (value, label, href, tone) =>
  h('a', { class: `figure ${tone || ''}`, href }, h('b', {}, value), h('span', {}, label));
