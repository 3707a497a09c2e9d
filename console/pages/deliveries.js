import { get } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { ago } from '../lib/format.js';
import { repeat } from '../lib/live.js';
import { link } from '../lib/names.js';
import { rememberQuery } from '../lib/router.js';
import { badge, button, empty, pageHead, resource, time } from '../parts/common.js';
import { deliveryActions, redriveAll } from '../parts/delivery-actions.js';
import { choiceField, searchForm, textField } from '../parts/fields.js';
import { createPagedList } from '../parts/paged-list.js';
import { createTable } from '../parts/table.js';

const REFRESH_MS = 3000;
/** Deliveries of which one page is read; the list is refreshed as long as it holds no more. */
const PAGE = 50;

const STATES = [
  ['pending', 'pending or retrying'],
  ['dead', 'dead: tried in vain'],
  ['rejected', 'rejected: will never work'],
  ['dropped', 'dropped'],
  ['delivered', 'delivered'],
  ['', 'any'],
];

/** What is owed to whom: retried, given up, done; one by one or all together. */
export async function deliveries({ query, signal }) {
  let filter = { state: 'pending', ...query };
  const rows = createTable('Deliveries, the newest first', columns(changed), {
    keyOf: ({ id }) => id,
  });
  const list = createPagedList({
    table: rows,
    noun: 'delivery',
    nouns: 'deliveries',
    load: async (before) => {
      const answer = await get('api/deliveries', { ...filter, before, limit: PAGE }, signal);
      return { entries: answer.deliveries, next: answer.next };
    },
    whenEmpty: () => nothing(filter.state),
  });
  function changed() {
    return list.reload();
  }
  const search = (values) => {
    filter = values;
    rememberQuery(values);
    void list.reload();
  };
  const redrive = ({ target }) => redriveAll(target, filter).then(changed);
  repeat(
    async () => {
      if (rows.length <= PAGE) await list.reload();
    },
    REFRESH_MS,
    signal,
  ).now();
  return {
    title: 'Deliveries',
    element: [
      pageHead(
        'Deliveries',
        'Each event is owed to each destination that asked for it, until it arrived or was given up.',
        button('Redrive what failed', redrive),
      ),
      drawSearch(filter, search),
      list.element,
    ],
  };
}

const drawSearch = ({ state, destination = '', since = '' }, search) =>
  searchForm(
    'Deliveries',
    search,
    choiceField('State', 'state', STATES, state),
    textField('Destination (ARN, URL or address)', 'destination', {
      value: destination,
      'data-search': true,
    }),
    choiceField('Made within', 'since', WITHIN, since),
  );

const WITHIN = [
  ['', 'ever'],
  ['1h', 'an hour'],
  ['1d', 'a day'],
];

const columns = (changed) => [
  { label: 'Made', cell: ({ createdAt }) => time(createdAt) },
  {
    label: 'To',
    className: 'key',
    cell: ({ destination, event }) => [
      resource(destination),
      ' ',
      h('a', { class: 'small', href: link('events', String(event)), 'data-step': true }, 'trail'),
    ],
  },
  {
    label: 'State',
    cell: ({ state, attempts }) =>
      badge(state === 'pending' && attempts.length > 0 ? 'retrying' : state),
  },
  { label: 'Tries', className: 'number', cell: ({ attempts }) => attempts.at(-1)?.number ?? 0 },
  { label: 'Next', cell: ({ nextAt, attempts }) => nextAt && attempts.length > 0 && ago(nextAt) },
  {
    label: 'Why',
    className: 'key',
    cell: ({ reason, state }) =>
      state !== 'delivered' && h('span', { class: 'reason' }, reason ?? ''),
  },
  { label: '', className: 'actions', cell: (delivery) => deliveryActions(delivery, changed) },
];

const nothing = (state) =>
  state === 'pending'
    ? empty(
        'Nothing is waiting',
        'Everything has arrived, or was given up. Deliveries that fail and are tried again appear here by themselves.',
      )
    : empty(
        'No delivery fits',
        'Messages that go into a queue of this server together with their object need no delivery: see the trail of the event.',
      );
