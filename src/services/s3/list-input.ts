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

/** `encoding-type=url` makes any key fit into XML. Answers how to write keys; throws InvalidArgument. */
export function keyEncoding(encodingType: string | undefined): (key: string) => string {
  if (encodingType === undefined) return (key) => key;
  if (encodingType !== 'url')
    throw invalidArgument(
      'Invalid Encoding Method specified in Request',
      'encoding-type',
      encodingType,
    );
  return urlEncodeKey;
}

/** Form encoding that keeps slashes, as listings and event records have it: space is `+`. */
export const urlEncodeKey = (key: string): string =>
  encodeURIComponent(key)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/')
    .replaceAll(
      /[!'()~]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );

/** Empty elements are left out of answers, unless AWS always has them. */
export const unlessEmpty = (text: string | undefined): string | undefined =>
  text === '' ? undefined : text;
