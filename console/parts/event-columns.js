import { h } from '../lib/dom.js';
import { link } from '../lib/names.js';
import { badge, resource, time } from './common.js';

/** Events of the journal as rows of a table. */
export const EVENT_COLUMNS = [
  { label: 'Time', cell: ({ at }) => time(at) },
  {
    label: 'Event',
    cell: ({ name, origin }) => [name, origin && h('span', { class: 'soft' }, ` (${origin})`)],
  },
  { label: 'Where', className: 'where', cell: ({ source }) => resource(source) },
  {
    label: 'What',
    className: 'key',
    cell: ({ id, about, subject, name }) =>
      h(
        'a',
        { href: link('events', String(id)), class: 'mono', 'data-step': true },
        about ?? (subject || name),
      ),
  },
  { label: 'State', cell: ({ state }) => badge(state) },
];
