import { get } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { badge, empty, pageHead, resource } from '../parts/common.js';
import { drawDestinations } from '../parts/destinations.js';

/** What needs somebody: configurations that can feed themselves, destinations that fail. */
export async function warnings({ signal }) {
  const [{ warnings: found }, { destinations }] = await Promise.all([
    get('api/warnings', {}, signal),
    get('api/destinations', {}, signal),
  ]);
  const failing = destinations.filter(({ state }) => state === 'failing' || state === 'refusing');
  return {
    title: 'Warnings',
    element: [
      pageHead('Warnings', 'Configurations that can feed themselves, and destinations that fail.'),
      found.length + failing.length === 0 &&
        empty(
          'Nothing to worry about',
          'A function that writes where its own trigger listens, or a rule that targets its own bus, would be named here. A chain that runs in a circle is cut after 16 hops.',
        ),
      failing.length > 0 && drawDestinations(failing),
      found.length > 0 &&
        h(
          'ul',
          { class: 'warnings' },
          found.map(({ kind, source, text }) =>
            h(
              'li',
              { class: 'panel' },
              h('div', { class: 'row' }, badge(kind), resource(source)),
              h('p', {}, text),
            ),
          ),
        ),
    ],
  };
}
