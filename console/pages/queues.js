import { h } from '../lib/dom.js';
import { count } from '../lib/format.js';
import { link } from '../lib/names.js';
import { cliEnvironment, commands } from '../parts/code.js';
import { empty, resource } from '../parts/common.js';
import { resourceList } from '../parts/resource-list.js';

export const queues = ({ signal }) =>
  resourceList({
    title: 'Queues',
    text: 'Messages that wait to be received.',
    path: 'api/queues',
    member: 'queues',
    noun: 'queue',
    columns: COLUMNS,
    whenEmpty: () =>
      empty(
        'No queue yet',
        '',
        commands(`${cliEnvironment()}\naws sqs create-queue --queue-name pet-jobs`),
      ),
    signal,
  });

const COLUMNS = [
  {
    label: 'Name',
    className: 'key',
    cell: ({ name }) =>
      h('a', { href: link('queues', name), class: 'mono', 'data-step': true }, name),
  },
  { label: 'Waiting', className: 'number', cell: ({ visible }) => count(visible) },
  { label: 'In flight', className: 'number', cell: ({ inFlight }) => count(inFlight) },
  { label: 'Delayed', className: 'number', cell: ({ delayed }) => count(delayed) },
  { label: 'Feeds', cell: ({ mappings }) => mappings.map((each) => resource(each.function)) },
  {
    label: 'Dead letters to',
    cell: ({ deadLetterQueue }) => deadLetterQueue && resource(deadLetterQueue, { kind: false }),
  },
];
