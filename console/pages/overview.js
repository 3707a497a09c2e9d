import { get } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { keepingFocusWithin } from '../lib/focus.js';
import { repeat, tail } from '../lib/live.js';
import { flowOf } from '../map/flow.js';
import { flowDrawer } from '../map/panel.js';
import { pageHead, panel } from '../parts/common.js';
import { drawDestinations } from '../parts/destinations.js';
import { EVENT_COLUMNS } from '../parts/event-columns.js';
import { drawFigures } from '../parts/figures.js';
import { createTable } from '../parts/table.js';

const REFRESH_MS = 4000;
const LATEST = 8;

/** All at a glance: is it flowing, from where to where, how fast, and what needs somebody. */
export async function overview({ signal }) {
  const figures = h('div', { class: 'figures' });
  const map = h('div');
  const trouble = h('div');
  const latest = createTable('Latest events', EVENT_COLUMNS, {
    keyOf: ({ id }) => id,
    rowsMax: LATEST,
    compact: true,
  });
  const latestBox = h('div');
  const drawFlow = flowDrawer(map);

  const refresh = async () => {
    const [status, connections, { destinations }, { events }] = await Promise.all([
      get('api/status', {}, signal),
      get('api/map', {}, signal),
      get('api/destinations', {}, signal),
      get('api/events', { limit: LATEST }, signal),
    ]);
    keepingFocusWithin(figures, () => fill(figures, drawFigures(status, connections)));
    drawFlow(flowOf(connections, destinations));
    const failing = destinations.filter(({ state }) => state === 'failing' || state === 'refusing');
    keepingFocusWithin(trouble, () =>
      fill(trouble, failing.length > 0 && panel('Needs attention', drawDestinations(failing))),
    );
    latest.merge(events);
    if (events.length === 0)
      fill(latestBox, h('p', { class: 'soft' }, 'Nothing has happened yet.'));
    else if (!latestBox.contains(latest.element)) fill(latestBox, latest.element);
  };

  await refresh();
  const refreshing = repeat(refresh, REFRESH_MS, signal);
  tail({}, { onEvents: refreshing.soon }, signal);
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
