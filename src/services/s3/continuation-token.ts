import { invalidArgument } from './errors.ts';
import type { Position } from './walk-keys.ts';

const AT = '=';
const BEHIND = '>';

/** Where a page ended, as text that means nothing to clients: base64 of a sign and a key. */
export const encodeToken = ({ key, inclusive }: Position): string =>
  Buffer.from((inclusive ? AT : BEHIND) + key).toString('base64');

/** Throws InvalidArgument for what no answer ever held. */
export function decodeToken(token: string): Position {
  const bytes = Buffer.from(token, 'base64');
  const text = bytes.toString();
  const sign = text[0];
  if (bytes.toString('base64') !== token || (sign !== AT && sign !== BEHIND))
    throw invalidArgument(
      'The continuation token provided is incorrect',
      'continuation-token',
      token,
    );
  return { key: text.slice(1), inclusive: sign === AT };
}
