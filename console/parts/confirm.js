import { h } from '../lib/dom.js';

/** Asks before something that cannot be taken back. `fields` may ask for more. Answers the values of the form, or `undefined`. */
export function confirm({ title, text, action, danger = false, fields = [] }) {
  const decided = Promise.withResolvers();
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'confirm-title' },
    h(
      'form',
      { method: 'dialog' },
      h('h2', { id: 'confirm-title' }, title),
      text && h('p', { class: 'soft' }, text),
      fields,
      h(
        'div',
        { class: 'row' },
        h('button', { value: 'no', formnovalidate: true }, 'Cancel'),
        h('button', { value: 'yes', class: danger ? 'danger' : 'primary' }, action),
      ),
    ),
  );
  dialog.addEventListener('close', () => {
    const values = Object.fromEntries(new FormData(dialog.querySelector('form')));
    decided.resolve(dialog.returnValue === 'yes' ? values : undefined);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  return decided.promise;
}
