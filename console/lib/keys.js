import { h } from './dom.js';

/**
 * The keyboard: `g` and a letter goes to a page, `/` to the search field, `j` and `k` along the links of a list, `?` tells all that.
 */
const CHORD_MS = 1500;

export function listenToKeys(pages) {
  let chordAt = Number.NEGATIVE_INFINITY;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const inChord = event.timeStamp - chordAt < CHORD_MS;
    chordAt = Number.NEGATIVE_INFINITY;
    const page = inChord && pages.find(({ key }) => key === event.key);
    if (page) location.hash = page.href;
    else if (event.key === 'g') chordAt = event.timeStamp;
    else if (event.key === '/') focusFirst('[data-search]');
    else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '?') showKeys(pages);
    else return;
    event.preventDefault();
  });
}

const isTyping = (target) => target.closest('input, textarea, select, dialog') !== null;

const focusFirst = (selector) => document.querySelector(`main ${selector}`)?.focus();

function step(by) {
  const links = [...document.querySelectorAll('main [data-step]')];
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at + by))].focus();
}

function showKeys(pages) {
  const entry = (keys, does) => [
    h(
      'dt',
      {},
      keys.map((key) => [h('kbd', {}, key), ' ']),
    ),
    h('dd', {}, does),
  ];
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'keys-title', onclose: () => dialog.remove() },
    h(
      'form',
      { method: 'dialog' },
      h('h2', { id: 'keys-title' }, 'Keyboard'),
      h(
        'dl',
        { class: 'facts' },
        pages.map(({ key, label }) => entry(['g', key], label)),
        entry(['/'], 'Search'),
        entry(['j'], 'Next entry of the list'),
        entry(['k'], 'Entry before'),
        entry(['?'], 'This help'),
      ),
      h('div', { class: 'row' }, h('button', { class: 'primary' }, 'Close')),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
