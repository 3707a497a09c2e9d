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

/** The same for whatever is drawn anew in a box: the focus goes to the control that leads to the same place, or says the same. */
export function keepingFocusWithin(box, change) {
  const focused = document.activeElement;
  if (!box.contains(focused)) return change();
  const sameness = (control) => control.getAttribute('href') ?? control.textContent;
  const alike = () => focusable(box).filter((each) => sameness(each) === sameness(focused));
  const place = alike().indexOf(focused);
  change();
  const found = alike();
  (found[place] ?? found[0] ?? document.getElementById('main')).focus({ preventScroll: true });
}
