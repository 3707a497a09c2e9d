import { parseCidr } from '../../../lib/cidr.ts';
import { isString, type JsonNode, offsetAt } from '../json-node.ts';
import { type Matcher, quote } from '../matcher.ts';
import { PatternError } from '../pattern-error.ts';

/** `{"cidr": "10.0.0.0/24"}`, IPv4 or IPv6: matches the text of an address in the range. */
export function cidr(operand: JsonNode): Matcher {
  // AWS's own message names the wrong operator.
  if (!isString(operand)) {
    throw new PatternError('prefix match pattern must be a string', offsetAt(operand));
  }
  const text = operand.value;
  const contains = parseCidr(text);
  if (!contains || !text.includes('/')) throw new PatternError(fault(text));
  return {
    words: `cidr ${quote(text)}`,
    test: (value) => typeof value === 'string' && contains(value),
  };
}

function fault(text: string): string {
  const [address = '', bits = '', ...rest] = text.split('/');
  if (bits === '' || rest.length > 0) return "Malformed CIDR, one '/' required";
  if (!/^[+-]?\d+$/.test(bits)) return 'Malformed CIDR, mask bits must be an integer';
  if (Number(bits) < 0) return 'Malformed CIDR, mask bits must not be negative';
  if (!parseCidr(address)) return `Nonstandard IP address: ${address}`;
  return address.includes(':') ? 'IPv6 mask bits must be < 129' : 'IPv4 mask bits must be < 33';
}
