import { fill, h } from '../lib/dom.js';

/** Something that is asked for when it is unfolded, and again each time. What was never configured is a refusal, and told as one. */
export function lazyDetails(title, load) {
  const box = h('div');
  const show = async ({ target }) => {
    if (!target.open) return;
    try {
      fill(box, await load());
    } catch (error) {
      fill(box, h('p', { class: 'soft' }, error.message));
    }
  };
  return h('details', { ontoggle: show }, h('summary', {}, title), box);
}
