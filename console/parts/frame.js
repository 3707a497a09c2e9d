import { get } from '../lib/api.js';
import { followServer } from '../lib/clock.js';
import { fill, h } from '../lib/dom.js';
import { count } from '../lib/format.js';
import { repeat } from '../lib/live.js';

/** Top bar and menu: what is around every page. */

const STATUS_MS = 6000;

export function drawMenu(groups) {
  const menu = document.getElementById('menu');
  const toggle = document.getElementById('menu-button');
  fill(
    menu,
    groups.map(({ title, pages }) => [
      h('h2', {}, title),
      pages.map(({ href, label, key }) =>
        h(
          'a',
          { href, 'aria-keyshortcuts': `g ${key}` },
          label,
          h('kbd', { 'aria-hidden': 'true' }, `g ${key}`),
        ),
      ),
    ]),
  );
  const open = (isOpen) => {
    menu.classList.toggle('open', isOpen);
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.addEventListener('click', () => open(!menu.classList.contains('open')));
  menu.addEventListener('click', () => open(false));
}

/** Where pages belong that the menu does not name. */
const SECTIONS = { objects: 'buckets', events: 'timeline' };

/** `queues` for the page of one queue as well. */
export function markCurrent(path) {
  const first = path.split('/')[0];
  const section = SECTIONS[first] ?? first;
  for (const item of document.querySelectorAll('#menu a')) {
    const own = item.getAttribute('href').replace(/^#\//, '').split('/')[0];
    if (own === section) item.setAttribute('aria-current', 'page');
    else item.removeAttribute('aria-current');
  }
}

/** Whether all is well, on every page: an on-call engineer looks here first. Answers when it was asked for the first time. */
export async function keepPulse() {
  const element = document.getElementById('pulse');
  let said = '';
  const refresh = async () => {
    const [text, tone, href] = await pulse();
    if (said === text) return;
    said = text;
    fill(element, h('a', { href, class: `state ${tone}` }, text));
  };
  await refresh();
  repeat(refresh, STATUS_MS, new AbortController().signal);
}

async function pulse() {
  try {
    const status = await get('api/status');
    followServer(status.now);
    const { failing, pending, dead } = sums(status);
    if (failing > 0) return [`${count(failing)} failing`, 'bad', '#/warnings'];
    if (pending > 0) return [`${count(pending)} under way`, 'waiting', '#/deliveries'];
    if (dead > 0) return [`flowing, ${dead} given up`, 'good', '#/deliveries?state=dead'];
    return ['all delivered', 'good', '#/'];
  } catch (error) {
    return [error.message, 'bad', '#/'];
  }
}

const sums = ({ deliveries = {}, failing = 0 }) => ({
  failing,
  pending: deliveries.pending ?? 0,
  dead: (deliveries.dead ?? 0) + (deliveries.rejected ?? 0),
});
