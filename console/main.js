import { fill, h } from './lib/dom.js';
import { listenToKeys } from './lib/keys.js';
import { createRouter } from './lib/router.js';
import { PAGE_GROUPS, PAGES } from './pages/index.js';
import { failure, pageHead } from './parts/common.js';
import { drawMenu, keepPulse, markCurrent } from './parts/frame.js';

/** The console of Spillway. It talks HTTP with `/_spillway/api/` and keeps nothing: what it shows, any program can ask for. */

const main = document.getElementById('main');
let first = true;

async function show({ path, page, named, query, signal }) {
  markCurrent(path);
  main.setAttribute('aria-busy', 'true');
  const { title, element } = await shown(page, { named, query, signal });
  if (signal.aborted) return;
  document.title = title === 'Spillway' ? title : `${title} · Spillway`;
  fill(main, element);
  main.setAttribute('aria-busy', 'false');
  // A screen reader begins with the new page; the first one is read anyway.
  if (!first) main.focus({ preventScroll: true });
  if (!first) window.scrollTo(0, 0);
  first = false;
}

async function shown(page, request) {
  if (!page) {
    const toOverview = h('p', {}, h('a', { href: '#/' }, 'To the overview'));
    return { title: 'No such page', element: [pageHead('There is no such page'), toOverview] };
  }
  try {
    return await page(request);
  } catch (error) {
    const again = failure(error, () => location.reload());
    return { title: 'Error', element: [pageHead('That did not work'), again] };
  }
}

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
drawMenu(PAGE_GROUPS);
listenToKeys(PAGE_GROUPS.flatMap(({ pages }) => pages));
// The server's time first: pages tell how long ago things were.
await keepPulse();
createRouter(PAGES, show);
