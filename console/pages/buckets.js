import { h } from '../lib/dom.js';
import { link } from '../lib/names.js';
import { empty, time } from '../parts/common.js';
import { uploadCommands } from '../parts/first-steps.js';
import { resourceList } from '../parts/resource-list.js';

export const buckets = ({ signal }) =>
  resourceList({
    title: 'Buckets',
    text: 'Where objects are kept, and events begin.',
    path: 'api/buckets',
    member: 'buckets',
    noun: 'bucket',
    columns: COLUMNS,
    whenEmpty: () =>
      empty(
        'No bucket yet',
        'Make one and upload an object; every AWS client works.',
        uploadCommands(),
      ),
    signal,
  });

const COLUMNS = [
  {
    label: 'Name',
    className: 'key',
    cell: ({ name }) =>
      h('a', { href: link('buckets', name), class: 'mono', 'data-step': true }, name),
  },
  { label: 'Sends events to', cell: ({ notification }) => describeNotification(notification) },
  { label: 'Versioning', cell: ({ versioning }) => versioning || 'off' },
  { label: 'Region', cell: ({ region }) => region },
  { label: 'Created', cell: ({ createdAt }) => time(createdAt) },
];

function describeNotification(notification = {}) {
  const {
    QueueConfigurations = [],
    TopicConfigurations = [],
    LambdaFunctionConfigurations = [],
  } = notification;
  const counts = [
    [QueueConfigurations.length, 'queue'],
    [TopicConfigurations.length, 'topic'],
    [LambdaFunctionConfigurations.length, 'function'],
  ];
  const told = counts.filter(([n]) => n > 0).map(([n, noun]) => `${n} ${noun}${n > 1 ? 's' : ''}`);
  if (notification.EventBridgeConfiguration) told.push('EventBridge');
  return told.length > 0 ? told.join(', ') : h('span', { class: 'soft' }, 'nobody');
}
