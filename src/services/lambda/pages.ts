import { invalidParameter } from './errors.ts';

/**
 * Lambda's lists come in pages of fifty, or as many as are asked for; a marker says after which
 * item to go on.
 */
export const PAGE_SIZE = 50;

interface PageRequest {
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}

/** The size of a page, and after which item it begins: an empty text for the first. */
export function pageOf({ MaxItems = PAGE_SIZE, Marker }: PageRequest): Page {
  if (Marker === undefined || Marker === '')
    return { size: Math.min(MaxItems, PAGE_SIZE), after: '' };
  const after = Buffer.from(Marker, 'base64').toString();
  if (Buffer.from(after).toString('base64') !== Marker) throw invalidParameter('Invalid marker.');
  return { size: Math.min(MaxItems, PAGE_SIZE), after };
}

export interface Page {
  readonly size: number;
  readonly after: string;
}

/** `rows` holds one more than a page when there is another. */
export function cutPage<Row>(
  rows: readonly Row[],
  { size }: Page,
  markerOf: (row: Row) => string,
): { items: readonly Row[]; NextMarker: string | undefined } {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const more = rows.length > size && last !== undefined;
  return {
    items,
    NextMarker: more ? Buffer.from(markerOf(last)).toString('base64') : undefined,
  };
}
