import { rangeConstraint } from '../constraint.ts';
import { errors, invalidMember } from './errors.ts';

/** The members of every list operation that say which page is wanted. */
export interface PageInput {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

export interface PageOutput {
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

export interface PageRequest {
  /** The last key of the page before; empty for the first page. */
  readonly after: string;
  readonly itemsMax: number;
}

const ITEMS_DEFAULT = 100;
const ITEMS_MAX = 1000;

/** Throws ValidationError. A marker is the last key of the page before, in base64url. */
export function pageRequest({ Marker, MaxItems = ITEMS_DEFAULT }: PageInput): PageRequest {
  const constraint = rangeConstraint(MaxItems, 1, ITEMS_MAX);
  if (constraint) throw invalidMember('maxItems', constraint);
  if (Marker === undefined) return { after: '', itemsMax: MaxItems };
  const after = Buffer.from(Marker, 'base64url').toString();
  if (after === '' || markerOf(after) !== Marker)
    throw errors.ValidationError(`Invalid Marker: ${Marker}`);
  return { after, itemsMax: MaxItems };
}

/**
 * A page of `rows` that were read after `after`, one more than the page holds where there are more.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  { itemsMax }: PageRequest,
  keyOf: (row: Row) => string,
): { items: Row[]; page: PageOutput } {
  const items = rows.slice(0, itemsMax);
  const last = items.at(-1);
  const page =
    rows.length > itemsMax && last !== undefined
      ? { IsTruncated: true, Marker: markerOf(keyOf(last)) }
      : { IsTruncated: false };
  return { items, page };
}

/** A page of a list that is held as a whole, in any order: it comes sorted by key. */
export function pageWithin<Row>(
  rows: readonly Row[],
  input: PageInput,
  keyOf: (row: Row) => string,
): { items: Row[]; page: PageOutput } {
  const request = pageRequest(input);
  const rest = rows
    .filter((row) => keyOf(row) > request.after)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return pageOf(rest, request, keyOf);
}

const markerOf = (key: string): string => Buffer.from(key).toString('base64url');
