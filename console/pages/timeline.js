import { get } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { repeat, tail } from '../lib/live.js';
import { rememberQuery } from '../lib/router.js';
import { EVENT_STATES, stateOf } from '../lib/states.js';
import { empty, pageHead } from '../parts/common.js';
import { EVENT_COLUMNS } from '../parts/event-columns.js';
import { bucketField, choiceField, searchForm, textField } from '../parts/fields.js';
import { uploadCommands } from '../parts/first-steps.js';
import { createPagedList } from '../parts/paged-list.js';
import { replayButton } from '../parts/replay.js';
import { createTable } from '../parts/table.js';

/** Rows that are kept while events keep coming. */
const LIVE_ROWS_MAX = 500;
/** How often the newest events are read again, whose state may still change. */
const STATES_MS = 3000;
const STATES_READ = 100;

/** Every event of the journal, newest first; searched as one types, and followed live. */
export async function timeline({ query, signal }) {
  const events = createTable('Events, the newest first', EVENT_COLUMNS, {
    keyOf: ({ id }) => id,
    rowsMax: LIVE_ROWS_MAX,
    compact: true,
  });
  const list = createPagedList({
    table: events,
    noun: 'event',
    nouns: 'events',
    load: async (before) => {
      const answer = await get('api/events', { ...filter, before }, signal);
      return { entries: answer.events, next: answer.next };
    },
    whenEmpty: () => nothing(filter),
  });
  let filter = query;
  let following = new AbortController();
  const live = h('span', { class: 'soft small', role: 'status' });
  const pause = h(
    'button',
    { type: 'button', 'aria-pressed': 'true', onclick: () => turn() },
    'Live',
  );

  const follow = () => {
    following = new AbortController();
    tail(
      filter,
      {
        onEvents(news) {
          events.merge(news.toReversed());
          list.reveal();
        },
        onState: (state) => live.replaceChildren(state === 'live' ? '' : state),
        onGap: list.reload,
      },
      AbortSignal.any([following.signal, signal]),
    );
  };
  const turn = () => {
    const on = pause.getAttribute('aria-pressed') !== 'true';
    pause.setAttribute('aria-pressed', String(on));
    following.abort();
    live.replaceChildren(on ? '' : 'paused');
    if (on) {
      void list.reload();
      follow();
    }
  };
  const replay = replayButton('Replay these', () => {
    const { bucket, prefix, name: events, since } = filter;
    return { bucket, prefix, events, since };
  });
  replay.hidden = !query.bucket;
  const search = (values) => {
    filter = values;
    replay.hidden = !values.bucket;
    rememberQuery(values);
    following.abort();
    void list.reload();
    if (pause.getAttribute('aria-pressed') === 'true') follow();
  };
  const refreshStates = async () => {
    if (pause.getAttribute('aria-pressed') !== 'true' || events.length === 0) return;
    const { events: newest } = await get('api/events', { ...filter, limit: STATES_READ }, signal);
    events.merge(newest);
  };
  void list.reload();
  follow();
  repeat(refreshStates, STATES_MS, signal);
  return {
    title: 'Timeline',
    element: [
      pageHead('Timeline', 'Everything that happened, and what became of it.', pause, replay, live),
      drawSearch(query, search, signal),
      list.element,
    ],
  };
}

function drawSearch(query, search, signal) {
  const states = [['', 'any'], ...EVENT_STATES.map((state) => [state, stateOf(state)[0]])];
  return searchForm(
    'Events',
    search,
    bucketField({ value: query.bucket ?? '' }, signal),
    textField('Key begins with', 'prefix', { value: query.prefix ?? '' }),
    textField('Event', 'name', {
      value: query.name ?? '',
      placeholder: 's3:ObjectCreated:*',
      list: 'event-names',
    }),
    choiceField('State', 'state', states, query.state),
    choiceField('Since', 'since', SINCE, query.since),
    h(
      'datalist',
      { id: 'event-names' },
      EVENT_NAMES.map((value) => h('option', { value })),
    ),
  );
}

const SINCE = [
  ['', 'ever'],
  ['5m', '5 minutes'],
  ['1h', 'an hour'],
  ['1d', 'a day'],
];
const EVENT_NAMES = [
  's3:ObjectCreated:*',
  's3:ObjectCreated:Put',
  's3:ObjectCreated:CompleteMultipartUpload',
  's3:ObjectRemoved:*',
  's3:ObjectTagging:*',
  's3:ObjectRestore:*',
];

function nothing(filter) {
  if (Object.values(filter).some((value) => value))
    return empty(
      'No event fits',
      'Try fewer words, or a longer time. New events that fit appear here by themselves.',
    );
  return empty(
    'Nothing has happened yet',
    'Upload an object, and its event appears here the moment it is stored.',
    uploadCommands(),
  );
}
