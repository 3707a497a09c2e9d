import { constraintMessage, rangeConstraint } from '../constraint.ts';
import { invalidParameter } from './errors.ts';

/** Groups and streams come in pages of fifty, or of as many as are asked for. */
const PAGE_SIZE = 50;

interface PageRequest {
  readonly limit?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** Throws InvalidParameterException. */
export function checkLimit(limit: number | undefined, max: number): void {
  const broken = limit === undefined ? undefined : rangeConstraint(limit, 1, max);
  if (broken !== undefined)
    throw invalidParameter(constraintMessage('limit', limit as number, broken));
}

/** One page of `items`; the token is the number of those before it. Throws InvalidParameterException. */
export function pageOf<Item>(
  items: readonly Item[],
  { limit = PAGE_SIZE, nextToken = '0' }: PageRequest,
): { page: readonly Item[]; nextToken: string | undefined } {
  checkLimit(limit, PAGE_SIZE);
  const start = Number(nextToken);
  if (!Number.isSafeInteger(start) || start < 0)
    throw invalidParameter('The specified nextToken is invalid.');
  const end = start + limit;
  return {
    page: items.slice(start, end),
    nextToken: end < items.length ? String(end) : undefined,
  };
}
