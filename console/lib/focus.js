const FOCUSABLE = 'a[href], button, summary, input, select, textarea';

const focusable = (element) => [...element.querySelectorAll(FOCUSABLE)];

/**
 * Runs `change`, which draws rows of a table anew, and leaves the focus where it was: on the same control of the same row, where `rowOf`
 * finds that again; in the row that took its place; on the page, when there is none.
 */
export function keepingFocus(body, keyOf, rowOf, change) {
  const focused = document.activeElement;
  const row =
    focused === document.body
      ? undefined
      : [...body.children].find((each) => each.contains(focused));
  if (!row) return change();
  const key = keyOf(row);
  const control = focusable(row).indexOf(focused);
  const place = [...body.children].indexOf(row);
  change();
  const next = rowOf(key) ?? body.children[Math.min(place, body.children.length - 1)];
  const target = next && (focusable(next)[control] ?? focusable(next)[0]);
  (target ?? document.getElementById('main')).focus({ preventScroll: true });
}
