import type { QueueRow } from '../../storage/tables/queues.ts';
import { checkNumber } from './check-number.ts';
import { invalidParameter } from './errors.ts';

/** Lists of queues: up to a thousand at once, a token says after which queue to go on. */
const RESULTS = { min: 1, max: 1000 };

export function pageSize(maxResults: number | undefined): number {
  checkNumber('MaxResults', maxResults, RESULTS, 'MaxResults must be between 1 and 1000.');
  return maxResults ?? RESULTS.max;
}

/** The ARN after which a page begins; the empty text for the first page. */
export function afterToken(token: string | undefined): string {
  if (token === undefined) return '';
  const arn = Buffer.from(token, 'base64').toString();
  if (!arn.startsWith('arn:')) throw invalidParameter('Invalid or expired NextToken.');
  return arn;
}

/** `queues` holds one more than the page when there is a next one. */
export function pageOf(
  queues: QueueRow[],
  size: number,
  withToken: boolean,
): { items: QueueRow[]; nextToken: string | undefined } {
  const items = queues.slice(0, size);
  const last = items.at(-1);
  const more = withToken && queues.length > size && last;
  return { items, nextToken: more ? Buffer.from(last.arn).toString('base64') : undefined };
}
