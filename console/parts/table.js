import { h } from '../lib/dom.js';
import { keepingFocus } from '../lib/focus.js';

/**
 * A table from columns `{ label, cell(entry), className? }`. On narrow screens every row becomes a card, whose cells name themselves.
 * `keyOf` tells entries apart, so that `merge` can replace them; `rowsMax` bounds a table that grows by itself; `compact` cards speak for
 * themselves.
 */
export function createTable(
  caption,
  columns,
  { keyOf = (entry) => entry, rowsMax = Number.POSITIVE_INFINITY, compact = false } = {},
) {
  const rows = new Map();
  const body = h('tbody');
  const rowOf = (entry, className) => {
    const row = drawRow(columns, entry, className);
    rows.set(keyOf(entry), row);
    return row;
  };
  const keyOfRow = (row) => [...rows].find(([, each]) => each === row)?.[0];
  const changing = (change) => keepingFocus(body, keyOfRow, (key) => rows.get(key), change);
  const trim = () => {
    while (rows.size > rowsMax) {
      rows.delete(keyOfRow(body.lastChild));
      body.lastChild.remove();
    }
  };
  return {
    element: h(
      'div',
      { class: `table-box ${compact ? 'compact' : ''}` },
      h('table', {}, h('caption', { class: 'visually-hidden' }, caption), drawHead(columns), body),
    ),
    get length() {
      return rows.size;
    },
    set(entries) {
      changing(() => {
        rows.clear();
        body.replaceChildren(...entries.map((entry) => rowOf(entry)));
      });
    },
    append(entries) {
      const fresh = entries.filter((entry) => !rows.has(keyOf(entry)));
      body.append(...fresh.map((entry) => rowOf(entry)));
    },
    /** Newest first: what is there is drawn anew where it stands; what is not comes on top. */
    merge(entries) {
      changing(() => {
        const fresh = [];
        for (const entry of entries) {
          const old = rows.get(keyOf(entry));
          if (old) old.replaceWith(rowOf(entry));
          else fresh.push(rowOf(entry, 'fresh'));
        }
        body.prepend(...fresh);
        trim();
      });
    },
  };
}

const drawHead = (columns) =>
  h(
    'thead',
    {},
    h(
      'tr',
      {},
      columns.map(({ label, className }) =>
        h(
          'th',
          { scope: 'col', class: className },
          label || h('span', { class: 'visually-hidden' }, 'Actions'),
        ),
      ),
    ),
  );

const drawRow = (columns, entry, className) =>
  h(
    'tr',
    { class: className },
    columns.map(({ label, cell, className: name }) =>
      h('td', { class: name, 'data-label': label || null }, cell(entry)),
    ),
  );

/** A table of what is there once. */
export function table(caption, columns, entries) {
  const made = createTable(caption, columns);
  made.set(entries);
  return made.element;
}
