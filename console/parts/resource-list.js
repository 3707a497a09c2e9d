import { get } from '../lib/api.js';
import { pageHead } from './common.js';
import { createPagedList } from './paged-list.js';
import { createTable } from './table.js';

/** A page that lists one kind of resource: everything there is on the server, page by page. */
export async function resourceList({
  title,
  text,
  path,
  member,
  noun,
  columns,
  whenEmpty,
  signal,
}) {
  const rows = createTable(title, columns);
  const list = createPagedList({
    table: rows,
    noun,
    nouns: `${noun}s`,
    load: async (after) => {
      const answer = await get(path, { after }, signal);
      return { entries: answer[member], next: answer.next };
    },
    whenEmpty,
  });
  await list.reload();
  return { title, element: [pageHead(title, text), list.element] };
}

/** Pages that are looked through for one resource at most. */
const PAGES_MAX = 100;
const PAGE = 1000;

/** The resource of that name, out of its listing; `undefined` when there is none. */
export async function findResource(path, member, fits, signal) {
  let after;
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer = await get(path, { after, limit: PAGE }, signal);
    const found = answer[member].find(fits);
    if (found || answer.next === undefined) return found;
    after = answer.next;
  }
  return undefined;
}
