import { aws } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { count } from '../lib/format.js';
import { link } from '../lib/names.js';
import { act } from '../lib/toasts.js';
import { absent } from '../parts/absent.js';
import { json } from '../parts/code.js';
import { back, badge, button, facts, pageHead, panel, resource } from '../parts/common.js';
import { confirm } from '../parts/confirm.js';
import { messageList } from '../parts/message-list.js';
import { findResource } from '../parts/resource-list.js';

/** One queue: its counts, its settings, and its messages without receiving them. */
export async function queue({ named: { name }, signal }) {
  const found = await findResource('api/queues', 'queues', (each) => each.name === name, signal);
  if (!found) return absent('queue', name, '#/queues');
  const place = placeOf(found.arn);
  const sources = await deadLetterSources(place, name, signal);
  return {
    title: name,
    element: [
      back('#/queues', 'Queues'),
      pageHead(name, '', sources.length > 0 && redriveButton(found, place)),
      h(
        'div',
        { class: 'columns' },
        panel('State', drawState(found, sources)),
        panel('Settings', drawSettings(found)),
      ),
      panel('Messages', messageList(found.arn, signal)),
    ],
  };
}

/** Where a resource is, for calls about it. */
const placeOf = (arn) => {
  const [, , , region, account] = arn.split(':');
  return { region, account };
};

async function deadLetterSources({ region, account }, name, signal) {
  const QueueUrl = `${location.origin}/${account}/${name}`;
  const { queueUrls = [] } = await aws(
    'sqs',
    'ListDeadLetterSourceQueues',
    { QueueUrl, region, account },
    { signal },
  );
  return queueUrls.map((url) => url.split('/').at(-1));
}

function redriveButton({ arn, visible }, place) {
  const redrive = async ({ target }) => {
    const decided = await confirm({
      title: 'Move the messages back?',
      text: `${count(visible)} waiting messages go back to the queues that gave them up.`,
      action: 'Redrive',
    });
    if (!decided) return;
    await act(target, async () => {
      await aws('sqs', 'StartMessageMoveTask', { SourceArn: arn, ...place });
      return 'The messages are being moved.';
    });
  };
  return button('Redrive dead letters', redrive, { class: 'primary' });
}

const drawState = (
  { arn, visible, inFlight, delayed, deadLetterQueue, maxReceiveCount, mappings },
  sources,
) =>
  facts([
    ['ARN', h('code', {}, arn)],
    ['Waiting', count(visible)],
    ['In flight', count(inFlight)],
    ['Delayed', count(delayed)],
    ['Feeds', mappings.length > 0 && mappings.map(drawMapping)],
    [
      'Dead letters',
      deadLetterQueue && [`after ${maxReceiveCount} receives to `, resource(deadLetterQueue)],
    ],
    [
      'Takes dead letters of',
      sources.map((name) => h('a', { href: link('queues', name), class: 'mono' }, name)),
    ],
  ]);

const drawMapping = ({ function: arn, enabled, lastResult }) =>
  h(
    'p',
    { class: 'row' },
    resource(arn),
    !enabled && badge('disabled'),
    lastResult && h('span', { class: 'soft small' }, lastResult),
  );

const drawSettings = ({ attributes, policy }) => [
  Object.keys(attributes).length === 0
    ? h('p', { class: 'soft' }, 'Everything as AWS has it by default.')
    : facts(
        Object.entries(attributes).map(([name, value]) => [
          name,
          h('span', { class: 'mono' }, value),
        ]),
      ),
  policy && h('details', {}, h('summary', {}, 'Access policy'), json(policy, 'Access policy')),
];
