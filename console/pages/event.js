import { get, post } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { repeat } from '../lib/live.js';
import { describe, linkTo } from '../lib/names.js';
import { act } from '../lib/toasts.js';
import { badge, button, facts, pageHead, resource, time } from '../parts/common.js';
import { confirm } from '../parts/confirm.js';
import { drawTrail } from '../parts/trail.js';

/** While something is still under way, the trail is read again. */
const REFRESH_MS = 2000;

/** One event with its whole trail: what led to it, every rule's verdict, every delivery and attempt, and what came of those. */
export async function event({ named: { id }, signal }) {
  const trail = h('div');
  const head = h('div', { class: 'stack' });
  let seen = '';
  const refresh = async () => {
    const answer = await get(`api/events/${id}`, {}, signal);
    const text = JSON.stringify(answer);
    // What has not changed stays as it is, with its focus and what is folded.
    if (text === seen || trail.contains(document.activeElement)) return;
    seen = text;
    const own = findEvent(answer.root, answer.event) ?? answer.root;
    fill(head, drawHead(own));
    fill(
      trail,
      drawTrail(answer.root, { current: answer.event, onRetry: change('retry'), onDrop: drop }),
      answer.truncated && h('p', { class: 'hint' }, 'There is more than is shown here.'),
    );
  };
  const change = (what, body) => (clicked, delivery) =>
    act(clicked, async () => {
      await post(`api/deliveries/${delivery.id}/${what}`, body);
      clicked.blur();
      await refresh();
      return what === 'retry' ? 'It is tried again now.' : 'Dropped, and noted down.';
    });
  const drop = async (clicked, delivery) => {
    const decided = await confirm({
      title: 'Drop this delivery?',
      text: `${describe(delivery.destination).name} will not get it. That you dropped it stays on record.`,
      action: 'Drop it',
      danger: true,
      fields: [h('label', { class: 'field' }, 'Reason', h('input', { name: 'reason' }))],
    });
    if (decided) await change('drop', decided)(clicked, delivery);
  };
  await refresh();
  repeat(refresh, REFRESH_MS, signal);
  return { title: `Event ${id}`, element: [head, trail] };
}

function drawHead(event) {
  const { source, subject, name, state, at, trace, origin } = event;
  const bucket = describe(source).kind === 'bucket' ? describe(source).name : undefined;
  return [
    pageHead(
      subject,
      '',
      badge(state),
      bucket &&
        h(
          'a',
          { class: 'button', href: linkTo('explain', { bucket, key: subject, event: name }) },
          'Explain',
        ),
      bucket && button('Replay', ({ target }) => replay(target, bucket, event)),
    ),
    facts([
      ['Event', [name, origin && h('span', { class: 'soft' }, ` (${origin})`)]],
      ['Where', resource(source)],
      ['When', time(at)],
      ['Trace', trace && h('code', {}, trace)],
    ]),
    goneWrong(event) > 0 &&
      h('p', { class: 'hint' }, `Further along its way: ${goneWrong(event)} failed or given up.`),
  ];
}

/** Replays go by a stretch of the journal: from this event's moment to the next, under exactly its key. */
async function replay(clicked, bucket, { subject, at, name }) {
  const decided = await confirm({
    title: 'Replay this event?',
    text: 'It goes through the rules of its bucket as they are now, marked as a replay.',
    action: 'Replay',
  });
  if (!decided) return;
  const since = new Date(at).getTime();
  await act(clicked, async () => {
    const { replayed, deliveries } = await post('api/replay', {
      bucket,
      prefix: subject,
      events: name,
      since: String(since),
      until: String(since + 1),
    });
    return replayed === 0
      ? 'No rule of the bucket wants it now.'
      : `Replayed: ${deliveries} deliveries.`;
  });
}

/** What it led to and what failed of that: the event itself tells of its own deliveries only. */
const goneWrong = (node) =>
  causedBy(node).reduce(
    (sum, each) => sum + (each.state === 'failed' ? 1 : 0) + goneWrong(each),
    0,
  );

const causedBy = ({ deliveries, caused }) => [
  ...deliveries.flatMap((each) => each.caused),
  ...caused,
];

function findEvent(node, id) {
  if (node.id === id) return node;
  for (const child of causedBy(node)) {
    const found = findEvent(child, id);
    if (found) return found;
  }
  return undefined;
}
