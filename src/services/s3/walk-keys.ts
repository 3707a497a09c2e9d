/**
 * Listings in the order of keys (of their UTF-8 bytes), page by page, with keys that share a
 * beginning rolled up into common prefixes. The one walk behind ListObjects, ListObjectVersions and
 * ListMultipartUploads.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html
 *
 * A common prefix costs one look into the index however many keys lie under it: the walk goes on
 * behind the last key that could begin with it. So after a common prefix only the next key is
 * looked at, and rows are fetched, more and more of them, while there is none.
 */
export interface Walk<Row extends Keyed> {
  readonly prefix: string;
  /** Empty for none. */
  readonly delimiter: string;
  /** Keys and common prefixes at most. */
  readonly max: number;
  readonly start: Position;
  /** A common prefix that an earlier page has told already. */
  readonly told?: ((commonPrefix: string) => boolean) | undefined;
  fetch(position: Position, end: string | undefined, limit: number): Promise<Row[]>;
  /** The key that `fetch` would begin with, where that is cheaper to know than its row. */
  peek?(position: Position, end: string | undefined): Promise<string | undefined>;
  /** Where the walk goes on after a row. */
  after(row: Row): Position;
}

export interface Keyed {
  readonly key: string;
}

/** Where to go on: at a key, behind it, or (where a key has several rows) behind that row of it. */
export interface Position {
  readonly key: string;
  readonly inclusive: boolean;
  readonly sequence?: number | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly commonPrefixes: readonly string[];
  readonly truncated: boolean;
  /** Where the next page begins. */
  readonly next: Position;
  /** The last thing of this page in order: what markers name. */
  readonly last: Row | string | undefined;
}

export async function walkKeys<Row extends Keyed>(walk: Walk<Row>): Promise<Page<Row>> {
  const { prefix, delimiter, max } = walk;
  const end = successor(prefix);
  const rows: Row[] = [];
  const commonPrefixes: string[] = [];
  let next = walk.start;
  let last: Row | string | undefined;
  let truncated = false;
  let batch = delimiter === '' ? max + 1 : 1;
  const page = (): Page<Row> => ({ rows, commonPrefixes, truncated, next, last });
  const isFull = () => rows.length + commonPrefixes.length === max;

  /** Answers whether the walk goes on, then behind all keys that begin so. */
  const rollUp = (common: string): boolean => {
    if (walk.told?.(common) !== true) {
      truncated = isFull();
      if (truncated) return false;
      commonPrefixes.push(common);
      last = common;
    }
    const behind = successor(common);
    if (behind === undefined) return false;
    next = { key: behind, inclusive: true };
    batch = 1;
    return true;
  };

  while (max > 0) {
    if (batch === 1 && walk.peek) {
      const key = await walk.peek(next, end);
      if (key === undefined) return page();
      const common = commonPrefixOf(key, prefix, delimiter);
      if (common !== undefined) {
        if (rollUp(common)) continue;
        return page();
      }
    }
    const limit = Math.min(batch, max + 1 - rows.length - commonPrefixes.length);
    const fetched = await walk.fetch(next, end, limit);
    let skipping: string | undefined;
    batch *= 2;
    for (const row of fetched) {
      if (skipping !== undefined && row.key.startsWith(skipping)) continue;
      const common = commonPrefixOf(row.key, prefix, delimiter);
      if (common !== undefined) {
        if (!rollUp(common)) return page();
        skipping = common;
        continue;
      }
      truncated = isFull();
      if (truncated) return page();
      rows.push(row);
      last = row;
      next = walk.after(row);
    }
    if (fetched.length < limit) return page();
  }
  return page();
}

function commonPrefixOf(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

/** Where the keys under a prefix begin, given where the client wants to go on. */
export const startAt = (prefix: string, marker: Position | undefined): Position =>
  marker && compareKeys(marker.key, prefix) >= 0 ? marker : { key: prefix, inclusive: true };

/**
 * The order of keys: by code points, which is the order of their UTF-8 bytes, and not that of
 * JavaScript.
 */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const LAST_CODE_POINT = 0x10ffff;
const SURROGATES = { first: 0xd800, last: 0xdfff };

/**
 * The first text behind all that begin with `prefix`; `undefined` when there is none, as for the
 * empty prefix.
 */
export function successor(prefix: string): string | undefined {
  const unit = prefix.charCodeAt(prefix.length - 1);
  if (unit + 1 < SURROGATES.first) return prefix.slice(0, -1) + String.fromCharCode(unit + 1);
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  for (let point = points.pop(); point !== undefined; point = points.pop()) {
    if (point >= LAST_CODE_POINT) continue;
    const next =
      point + 1 >= SURROGATES.first && point < SURROGATES.last ? SURROGATES.last + 1 : point + 1;
    return String.fromCodePoint(...points, next);
  }
  return undefined;
}
