import { h } from '../lib/dom.js';
import { plural } from '../lib/format.js';
import { link } from '../lib/names.js';
import { absent } from '../parts/absent.js';
import { cliEnvironment, commands, json } from '../parts/code.js';
import { back, badge, empty, facts, pageHead, panel, resource, time } from '../parts/common.js';
import { findResource, resourceList } from '../parts/resource-list.js';
import { table } from '../parts/table.js';

export const topics = ({ signal }) =>
  resourceList({
    title: 'Topics',
    text: 'One message to everybody who subscribed.',
    path: 'api/topics',
    member: 'topics',
    noun: 'topic',
    columns: COLUMNS,
    whenEmpty: () =>
      empty(
        'No topic yet',
        '',
        commands(`${cliEnvironment()}\naws sns create-topic --name pet-news`),
      ),
    signal,
  });

const isPending = ({ state }) => state === 'pending';

const COLUMNS = [
  {
    label: 'Name',
    className: 'key',
    cell: ({ name }) =>
      h('a', { href: link('topics', name), class: 'mono', 'data-step': true }, name),
  },
  {
    label: 'Subscriptions',
    cell: ({ subscriptions }) => plural(subscriptions.length, 'subscription'),
  },
  {
    label: 'Unconfirmed',
    cell: ({ subscriptions }) => {
      const pending = subscriptions.filter(isPending).length;
      return pending > 0 && h('span', { class: 'state waiting' }, `${pending} to confirm`);
    },
  },
  { label: 'Created', cell: ({ createdAt }) => time(createdAt) },
];

/** One topic and its subscriptions. */
export async function topic({ named: { name }, signal }) {
  const found = await findResource('api/topics', 'topics', (each) => each.name === name, signal);
  if (!found) return absent('topic', name, '#/topics');
  const { arn, fifo, createdAt, policy, subscriptions } = found;
  const mailToConfirm = subscriptions.some(
    (each) => isPending(each) && each.protocol.startsWith('email'),
  );
  return {
    title: name,
    element: [
      back('#/topics', 'Topics'),
      pageHead(name),
      mailToConfirm &&
        h(
          'p',
          { class: 'hint' },
          'Mail subscriptions wait to be confirmed: the link is in the ',
          h('a', { href: '#/mailbox' }, 'mailbox'),
          '.',
        ),
      panel(
        'Topic',
        facts([
          ['ARN', h('code', {}, arn)],
          ['Kind', fifo ? 'FIFO' : 'standard'],
          ['Created', time(createdAt)],
        ]),
        h('details', {}, h('summary', {}, 'Access policy'), json(policy, 'Access policy')),
      ),
      panel(
        'Subscriptions',
        subscriptions.length === 0
          ? h('p', { class: 'soft' }, 'Nobody: what is published goes nowhere.')
          : table('Subscriptions', SUBSCRIPTION_COLUMNS, subscriptions),
      ),
    ],
  };
}

const SUBSCRIPTION_COLUMNS = [
  { label: 'To', className: 'key', cell: ({ endpoint }) => resource(endpoint) },
  { label: 'Protocol', cell: ({ protocol }) => protocol },
  {
    label: 'State',
    cell: (each) =>
      isPending(each)
        ? h('span', { class: 'state waiting' }, 'to be confirmed')
        : badge('confirmed'),
  },
  {
    label: 'Filter',
    className: 'key',
    cell: ({ filterPolicy }) =>
      filterPolicy ? h('code', {}, JSON.stringify(filterPolicy)) : 'every message',
  },
  {
    label: 'Settings',
    cell: ({ attributes }) =>
      Object.entries(attributes).map(([name, value]) => h('div', {}, `${name}: ${value}`)),
  },
];
