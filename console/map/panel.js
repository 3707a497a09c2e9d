import { fill, h } from '../lib/dom.js';
import { keepingFocusWithin } from '../lib/focus.js';
import { plural } from '../lib/format.js';
import { empty, panel } from '../parts/common.js';
import { flowCommands } from '../parts/first-steps.js';
import { drawMap } from './drawing.js';
import { listMap } from './list.js';

/** As in `map.css`: from there on the list takes the drawing's place. */
const NARROW = '(max-width: 55rem)';

/** Draws the flow into a box, anew when something in it changed; answers the function that does. */
export function flowDrawer(box) {
  const list = h('div');
  const details = h(
    'details',
    { open: matchMedia(NARROW).matches },
    h('summary', {}, 'As a list'),
    list,
  );
  const map = h('div', { class: 'map wide-only' });
  const rest = h('p', { class: 'soft small' });
  const drawn = panel('Event flow', map, details, rest);
  let seen = '';
  return (flow) => {
    const text = JSON.stringify(flow);
    if (text === seen) return;
    seen = text;
    if (flow.nodes.length === 0) {
      fill(box, nothingConnected());
      return;
    }
    if (!box.contains(drawn)) fill(box, drawn);
    keepingFocusWithin(map, () => fill(map, drawMap(flow)));
    keepingFocusWithin(list, () => fill(list, listMap(flow)));
    const others = plural(flow.unconnected, 'place');
    fill(rest, flow.unconnected > 0 && `Not connected to anything, and so not shown: ${others}.`);
  };
}

const nothingConnected = () =>
  empty(
    'Nothing is connected yet',
    'A bucket, a queue and a rule between them are enough: paste this into a shell, and watch the event arrive here.',
    flowCommands(),
  );
