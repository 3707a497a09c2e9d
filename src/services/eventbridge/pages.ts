import { checkConstraints, LIMIT } from './constraints.ts';
import { errors } from './errors.ts';

/** Any list request: a hundred items at once, a token says after which of them to go on. */
export interface PageRequest {
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}

const TOKEN_PREFIX = 'after ';

/** How many items a page holds, and the key after which it begins: the empty text for the first. */
export function pageOf({ Limit, NextToken }: PageRequest): { size: number; after: string } {
  checkConstraints(['limit', Limit, LIMIT], ['nextToken', NextToken, { min: 1, max: 2048 }]);
  const size = Limit ?? LIMIT.max ?? 0;
  if (NextToken === undefined) return { size, after: '' };
  const text = Buffer.from(NextToken, 'base64').toString();
  if (!text.startsWith(TOKEN_PREFIX)) throw errors.ValidationException('NextToken is not valid.');
  return { size, after: text.slice(TOKEN_PREFIX.length) };
}

/** Cuts `items`, which holds one more than the page when there is a next one. */
export function cutPage<Item>(
  items: readonly Item[],
  size: number,
  keyOf: (item: Item) => string,
): { items: Item[]; nextToken: string | undefined } {
  const page = items.slice(0, size);
  const last = page.at(-1);
  if (items.length <= size || last === undefined) return { items: page, nextToken: undefined };
  return { items: page, nextToken: Buffer.from(TOKEN_PREFIX + keyOf(last)).toString('base64') };
}

/** Archives and replays are listed by one filter at a time. Throws ValidationException. */
export function checkOneFilter(
  operation: string,
  { NamePrefix, EventSourceArn, State }: { [Name in Filter]?: string | undefined },
): void {
  const given = [NamePrefix, EventSourceArn, State].filter((filter) => filter !== undefined);
  if (given.length > 1)
    throw errors.ValidationException(
      `At most one filter is allowed for ${operation}. Use either : State, EventSourceArn, or NamePrefix.`,
    );
}

type Filter = 'NamePrefix' | 'EventSourceArn' | 'State';
