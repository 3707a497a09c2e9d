import { encodeEventKey } from '../../events/s3/index.ts';
import { invalidArgument } from './errors.ts';

/** Things in one page of any listing. */
export const LIST_MAX = 1000;

/** How many things the client wants in a page. Throws InvalidArgument. */
export function pageSize(requested: number | undefined, name: string): number {
  if (requested === undefined) return LIST_MAX;
  if (!Number.isInteger(requested) || requested < 0 || requested > 2 ** 31 - 1)
    throw invalidArgument(
      `Argument ${name} must be an integer between 0 and 2147483647`,
      name,
      String(requested),
    );
  return Math.min(requested, LIST_MAX);
}

/**
 * `encoding-type=url` makes any key fit into XML, in the encoding that event records have too.
 * Answers how to write keys; throws InvalidArgument.
 */
export function keyEncoding(encodingType: string | undefined): (key: string) => string {
  if (encodingType === undefined) return (key) => key;
  if (encodingType !== 'url')
    throw invalidArgument(
      'Invalid Encoding Method specified in Request',
      'encoding-type',
      encodingType,
    );
  return encodeEventKey;
}

/** Empty elements are left out of answers, unless AWS always has them. */
export const unlessEmpty = (text: string | undefined): string | undefined =>
  text === '' ? undefined : text;
