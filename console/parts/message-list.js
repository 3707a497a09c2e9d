import { get } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { repeat } from '../lib/live.js';
import { summarize } from '../lib/message-summary.js';
import { json } from './code.js';
import { badge, empty, facts, time } from './common.js';
import { createPagedList } from './paged-list.js';
import { createTable } from './table.js';

const PAGE = 50;
const REFRESH_MS = 4000;

/** What is in a queue, without receiving it: nothing becomes invisible, nothing counts as received. */
export function messageList(queue, signal) {
  const messages = createTable('Messages, the oldest first', COLUMNS, { keyOf: ({ id }) => id });
  const list = createPagedList({
    table: messages,
    noun: 'message',
    nouns: 'messages',
    load: async (after) => {
      const answer = await get('api/queues/messages', { queue, after, limit: PAGE }, signal);
      return { entries: answer.messages, next: answer.next };
    },
    whenEmpty: () =>
      empty(
        'The queue is empty',
        'Messages appear here by themselves. To look at them takes nothing away from those who receive them.',
      ),
  });
  const refresh = async () => {
    const inUse =
      list.element.contains(document.activeElement) || list.element.querySelector('[open]');
    if (messages.length <= PAGE && !inUse) await list.reload();
  };
  repeat(refresh, REFRESH_MS, signal).now();
  return list.element;
}

const COLUMNS = [
  { label: 'Sent', cell: ({ sentAt }) => time(sentAt) },
  { label: 'State', cell: ({ state }) => badge(state) },
  { label: 'Received', className: 'number', cell: ({ receiveCount }) => `${receiveCount}×` },
  {
    label: 'Message',
    className: 'key',
    cell: ({ body, messageId, group, trace, source, attributes, visibleAt }) =>
      h(
        'details',
        {},
        h('summary', { class: 'mono', 'data-step': true }, summarize(body)),
        facts([
          ['MessageId', h('code', {}, messageId)],
          ['Group', group],
          ['Visible again', visibleAt && time(visibleAt)],
          ['Came from', source],
          ['Trace', trace && h('code', {}, trace)],
        ]),
        attributes && json(attributes, 'Message attributes'),
        json(body, 'Message body'),
      ),
  },
];
