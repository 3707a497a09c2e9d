import { invalidParameter } from './errors.ts';

/** Every list comes in pages of a hundred; a token says after which ARN to go on. */
const PAGE = 100;
/** One more than a page, to know whether there is a next one. */
export const PAGE_QUERY = PAGE + 1;

/** The ARN after which a page begins; the empty text for the first page. */
export function afterToken(token: string | undefined): string {
  if (token === undefined) return '';
  const arn = Buffer.from(token, 'base64').toString();
  if (!arn.startsWith('arn:')) throw invalidParameter('NextToken Reason: the token is not valid');
  return arn;
}

export function pageOf<Row extends { readonly arn: string }>(
  rows: readonly Row[],
): { readonly items: Row[]; readonly nextToken: string | undefined } {
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  const more = rows.length > PAGE && last !== undefined;
  return { items, nextToken: more ? Buffer.from(last.arn).toString('base64') : undefined };
}
