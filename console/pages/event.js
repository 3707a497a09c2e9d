import { get } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { keepingFocusWithin } from '../lib/focus.js';
import { repeat } from '../lib/live.js';
import { describe, linkTo } from '../lib/names.js';
import { back, badge, facts, pageHead, resource, time } from '../parts/common.js';
import { replayButton } from '../parts/replay.js';
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
    if (text === seen) return;
    seen = text;
    const own = findEvent(answer.root, answer.event) ?? answer.root;
    keepingFocusWithin(head, () => fill(head, drawHead(own)));
    keepingFocusWithin(trail, () =>
      fill(
        trail,
        drawTrail(answer.root, { current: answer.event, changed: refresh }),
        answer.truncated && h('p', { class: 'hint' }, 'There is more than is shown here.'),
      ),
    );
  };
  await refresh();
  repeat(refresh, REFRESH_MS, signal);
  return { title: `Event ${id}`, element: [head, trail] };
}

function drawHead(event) {
  const { source, about, subject, name, state, at, trace, origin } = event;
  const bucket = describe(source).kind === 'bucket' ? describe(source).name : undefined;
  return [
    back('#/timeline', 'Timeline'),
    pageHead(
      about ?? subject,
      '',
      badge(state),
      bucket &&
        h(
          'a',
          { class: 'button', href: linkTo('explain', { bucket, key: subject, event: name }) },
          'Explain',
        ),
      bucket && replayButton('Replay', () => stretchOf(bucket, event)),
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

/** Replays go by a stretch of the journal: from this event's moment to the next, under its key. */
function stretchOf(bucket, { subject, at, name }) {
  const since = new Date(at).getTime();
  return { bucket, prefix: subject, events: name, since: String(since), until: String(since + 1) };
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
