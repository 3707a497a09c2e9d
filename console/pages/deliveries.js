import { get, post } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { ago, plural } from '../lib/format.js';
import { repeat } from '../lib/live.js';
import { link } from '../lib/names.js';
import { rememberQuery } from '../lib/router.js';
import { act } from '../lib/toasts.js';
import { badge, button, empty, pageHead, resource, time } from '../parts/common.js';
import { confirm } from '../parts/confirm.js';
import { choiceField, form, textField, valuesOf } from '../parts/fields.js';
import { createPagedList } from '../parts/paged-list.js';
import { createTable } from '../parts/table.js';

const SEARCH_DELAY_MS = 250;
const REFRESH_MS = 3000;
/** Deliveries of which one page is read; the list is refreshed as long as it holds no more. */
const PAGE = 50;
/** Calls of one bulk action: each one redrives as many as the server lets. */
const BULK_CALLS_MAX = 200;

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
  );
  return {
    title: 'Deliveries',
    element: [
      pageHead(
        'Deliveries',
        'Each event is owed to each destination that asked for it, until it arrived or was given up.',
        button('Redrive what failed', redrive),
      ),
      searchForm(filter, search),
      list.element,
    ],
  };
}

function searchForm({ state, destination = '', since = '' }, search) {
  let timer;
  const typed = (event) => {
    const { form: fields } = event.target;
    clearTimeout(timer);
    timer = setTimeout(() => search(valuesOf(fields)), SEARCH_DELAY_MS);
  };
  return form(
    { class: 'fields', role: 'search', 'aria-label': 'Deliveries', oninput: typed },
    search,
    choiceField('State', 'state', STATES, state),
    textField('Destination (ARN, URL or address)', 'destination', {
      value: destination,
      'data-search': true,
    }),
    choiceField(
      'Made within',
      'since',
      [
        ['', 'ever'],
        ['1h', 'an hour'],
        ['1d', 'a day'],
      ],
      since,
    ),
  );
}

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
  { label: '', className: 'actions', cell: (delivery) => actions(delivery, changed) },
];

function actions({ id, state, destination }, changed) {
  if (state === 'delivered') return null;
  const retry = async ({ target }) => {
    await act(target, async () => {
      await post(`api/deliveries/${id}/retry`).finally(changed);
      return 'It is tried again now.';
    });
  };
  const drop = async ({ target }) => {
    const decided = await confirm({
      title: 'Drop this delivery?',
      text: `${destination} will not get it. That you dropped it stays on record.`,
      action: 'Drop it',
      danger: true,
      fields: [h('label', { class: 'field' }, 'Reason', h('input', { name: 'reason' }))],
    });
    if (!decided) return;
    await act(target, async () => {
      await post(`api/deliveries/${id}/drop`, decided).finally(changed);
      return 'Dropped, and noted down.';
    });
  };
  return h(
    'span',
    { class: 'row' },
    button('Retry now', retry),
    state !== 'dropped' && button('Drop', drop),
  );
}

/** Everything that was given up and that the search finds, page by page. */
async function redriveAll(clicked, { state, destination, since }) {
  const chosen = ['dead', 'rejected', 'dropped'].includes(state) ? state : undefined;
  const decided = await confirm({
    title: 'Redrive what failed?',
    text: `Deliveries that are ${chosen ?? 'dead or rejected'}${destination ? ` to ${destination}` : ''} are tried again now.`,
    action: 'Redrive',
  });
  if (!decided) return;
  await act(clicked, async () => {
    let redriven = 0;
    let before;
    for (let call = 0; call < BULK_CALLS_MAX; call++) {
      const answer = await post('api/deliveries/redrive', {
        state: chosen,
        destination,
        since,
        before,
      });
      redriven += answer.redriven;
      before = answer.next;
      if (before === undefined) break;
    }
    return `${plural(redriven, 'delivery', 'deliveries')} redriven.`;
  });
}

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
