import { h } from '../lib/dom.js';
import { ago, count } from '../lib/format.js';
import { linkTo } from '../lib/names.js';
import { badge, resource } from './common.js';
import { table } from './table.js';

/** Destinations with their health: what waits for each, since when it fails, when it is tried next. */
export const drawDestinations = (destinations) => table('Destinations', COLUMNS, destinations);

const COLUMNS = [
  { label: 'Destination', className: 'key', cell: ({ destination }) => resource(destination) },
  { label: 'Health', cell: ({ state }) => badge(state) },
  { label: 'Since', cell: ({ failingSince }) => failingSince && ago(failingSince) },
  { label: 'Waiting', className: 'number', cell: ({ backlog }) => count(backlog) },
  { label: 'Next try', cell: ({ nextAttempt }) => nextAttempt && ago(nextAttempt) },
  {
    label: 'Why',
    className: 'key',
    cell: ({ reason }) => reason && h('span', { class: 'reason' }, reason),
  },
  {
    label: 'Deliveries',
    cell: ({ destination }) => h('a', { href: linkTo('deliveries', { destination }) }, 'show'),
  },
];
