import { get } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { count, plural, rate } from '../lib/format.js';
import { repeat, tail } from '../lib/live.js';
import { link } from '../lib/names.js';
import { drawMap } from '../map/drawing.js';
import { flowOf } from '../map/flow.js';
import { listMap } from '../map/list.js';
import { badge, empty, pageHead, panel, resource, time } from '../parts/common.js';
import { drawDestinations } from '../parts/destinations.js';
import { createTable } from '../parts/table.js';
import { flowCommands } from './first-steps.js';

const REFRESH_MS = 4000;
/** After news, how soon the map is drawn anew. */
const NEWS_MS = 500;
const LATEST = 8;

/** All at a glance: is it flowing, from where to where, how fast, and what needs somebody. */
export async function overview({ signal }) {
  const figures = h('div', { class: 'figures' });
  const map = h('div');
  const trouble = h('div');
  const latest = createTable('Latest events', LATEST_COLUMNS, {
    keyOf: ({ id }) => id,
    rowsMax: LATEST,
    compact: true,
  });
  const latestBox = h('div');
  const draw = mapDrawer(map);

  const refresh = async () => {
    const [status, connections, { destinations }, { events }] = await Promise.all([
      get('api/status', {}, signal),
      get('api/map', {}, signal),
      get('api/destinations', {}, signal),
      get('api/events', { limit: LATEST }, signal),
    ]);
    fill(figures, drawFigures(status, connections));
    draw(connections, destinations);
    const failing = destinations.filter(({ state }) => state === 'failing' || state === 'refusing');
    if (!trouble.contains(document.activeElement))
      fill(trouble, failing.length > 0 && panel('Needs attention', drawDestinations(failing)));
    latest.merge(events);
    fill(
      latestBox,
      events.length === 0 ? h('p', { class: 'soft' }, 'Nothing has happened yet.') : latest.element,
    );
  };

  await refresh();
  repeat(refresh, REFRESH_MS, signal);
  let soon;
  tail(
    {},
    {
      onEvents: () =>
        (soon ??= setTimeout(() => {
          soon = undefined;
          if (!signal.aborted) void refresh().catch(() => undefined);
        }, NEWS_MS)),
    },
    signal,
  );
  return {
    title: 'Spillway',
    element: [
      pageHead('Overview'),
      figures,
      trouble,
      map,
      panel('Latest events', latestBox, h('p', {}, h('a', { href: '#/timeline' }, 'Timeline'))),
    ],
  };
}

function drawFigures({ deliveries, failing, journal, warnings }, { edges, windowMs }) {
  const perMinute = edges.reduce((sum, edge) => sum + edge.perMinute, 0);
  const gone = (deliveries.dead ?? 0) + (deliveries.rejected ?? 0);
  return [
    figure(rate(perMinute), `handed on, last ${windowMs / 60_000} min`, '#/timeline'),
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

/** Draws the map when something on it changed, and leaves it alone while somebody is in it. */
function mapDrawer(box) {
  let seen = '';
  return (connections, destinations) => {
    const flow = flowOf(connections, destinations);
    const text = JSON.stringify(flow);
    if (text === seen || box.contains(document.activeElement)) return;
    seen = text;
    const scrolled = box.querySelector('.map')?.scrollLeft ?? 0;
    fill(box, flow.nodes.length === 0 ? nothingConnected() : drawFlow(flow));
    const drawn = box.querySelector('.map');
    if (drawn) drawn.scrollLeft = scrolled;
  };
}

const drawFlow = (flow) =>
  panel(
    'Event flow',
    h('div', { class: 'map wide-only' }, drawMap(flow)),
    h(
      'details',
      { class: 'narrow-open', open: matchMedia('(max-width: 55rem)').matches },
      h('summary', {}, 'As a list'),
      listMap(flow),
    ),
    flow.unconnected > 0 &&
      h(
        'p',
        { class: 'soft small' },
        `Not connected to anything, and so not shown: ${plural(flow.unconnected, 'place')}.`,
      ),
  );

const nothingConnected = () =>
  empty(
    'Nothing is connected yet',
    'A bucket, a queue and a rule between them are enough: paste this into a shell, and watch the event arrive here.',
    flowCommands(),
  );

const LATEST_COLUMNS = [
  { label: 'Time', cell: ({ at }) => time(at) },
  { label: 'Event', cell: ({ name }) => name },
  { label: 'Where', cell: ({ source }) => resource(source) },
  {
    label: 'What',
    className: 'key',
    cell: ({ id, subject }) =>
      h(
        'a',
        { href: link('events', String(id)), class: 'mono', 'data-step': true },
        subject || '(no name)',
      ),
  },
  { label: 'State', cell: ({ state }) => badge(state) },
];
