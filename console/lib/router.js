/**
 * Pages by the part of the address behind `#`: `#/queues/jobs?tab=messages` is the page `queues/{name}` with `name` and a query. A page is
 * a function of `{ named, query, signal }` that answers `{ title, element }`; `signal` ends when the page is left, and with it whatever
 * the page keeps going.
 */
export function createRouter(pages, show) {
  const patterns = Object.entries(pages).map(([path, page]) => ({
    page,
    path: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>.+)')}$`),
  }));
  let leaving = new AbortController();

  const go = async () => {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    const [path = '', text = ''] = location.hash.replace(/^#\/?/, '').split('?');
    const query = Object.fromEntries(new URLSearchParams(text));
    const found = find(patterns, path);
    await show({ path, page: found?.page, named: found?.named ?? {}, query, signal });
  };
  window.addEventListener('hashchange', go);
  void go();
}

function find(patterns, path) {
  for (const { page, path: pattern } of patterns) {
    const match = pattern.exec(path);
    if (match) return { page, named: decoded(match.groups) };
  }
  return undefined;
}

const decoded = (groups = {}) =>
  Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
  );

/** Changes the query of this page without leaving it: the address can be shared and comes back with `reload`. */
export function rememberQuery(query) {
  const [path = ''] = location.hash.split('?');
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given).toString();
  history.replaceState(null, '', text === '' ? path : `${path}?${text}`);
}
