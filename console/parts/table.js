import { h } from '../lib/dom.js';

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
  const trim = () => {
    while (rows.size > rowsMax) {
      const [key] = [...rows].find(([, row]) => row === body.lastChild) ?? [...rows.keys()];
      rows.delete(key);
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
      rows.clear();
      body.replaceChildren(...entries.map((entry) => rowOf(entry)));
    },
    append(entries) {
      body.append(
        ...entries.filter((entry) => !rows.has(keyOf(entry))).map((entry) => rowOf(entry)),
      );
    },
    /** Newest first: what is there is drawn anew where it stands, unless it has the focus; what is not comes on top. */
    merge(entries) {
      const fresh = [];
      for (const entry of entries) {
        const old = rows.get(keyOf(entry));
        if (!old) fresh.push(rowOf(entry, 'fresh'));
        else if (!old.contains(document.activeElement)) old.replaceWith(rowOf(entry));
      }
      body.prepend(...fresh);
      trim();
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
