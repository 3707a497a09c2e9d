import { fill, h } from '../lib/dom.js';
import { plural } from '../lib/format.js';
import { button, failure } from './common.js';

/** Rows that one list holds at most: whoever wants older ones narrows the search. */
const ROWS_MAX = 1000;

/**
 * A table that is read page by page. `load(next)` answers `{ entries, next }`; `next` is undefined for the first page, and where there
 * is no other. `whenEmpty` makes what is shown in place of an empty table.
 */
export function createPagedList({ table, load, whenEmpty, noun = 'entry', nouns = 'entries' }) {
  const box = h('div', { 'aria-busy': 'true' });
  const more = h('div', { class: 'more' });
  let turn = 0;

  const page = async (next) => {
    const mine = ++turn;
    box.setAttribute('aria-busy', 'true');
    try {
      const answer = await load(next);
      if (mine !== turn) return;
      if (next === undefined) table.set(answer.entries);
      else table.append(answer.entries);
      if (table.length === 0) fill(box, whenEmpty());
      else if (!box.contains(table.element)) fill(box, table.element);
      showMore(answer.next);
    } catch (error) {
      if (mine === turn && error.name !== 'AbortError')
        fill(
          box,
          failure(error, () => page(next)),
        );
    } finally {
      box.setAttribute('aria-busy', 'false');
    }
  };

  const showMore = (next) => {
    if (table.length === 0) return fill(more);
    const shown = h(
      'span',
      { class: 'soft small', role: 'status' },
      `${plural(table.length, noun, nouns)} shown`,
    );
    if (next === undefined) return fill(more, shown);
    if (table.length >= ROWS_MAX) return fill(more, shown, ' – narrow the search to see others');
    return fill(
      more,
      button('Show more', () => page(next)),
      shown,
    );
  };

  return {
    element: h('div', {}, box, more),
    /** From the first page. */
    reload: () => page(undefined),
    /** A table that was empty may have got its first row. */
    reveal() {
      if (table.length > 0 && !box.contains(table.element)) fill(box, table.element);
    },
  };
}
