import { BlockList, isIP } from 'node:net';

/** Whether a textual IP address lies in the range. Text that is not an address lies in none. */
export type CidrMatcher = (address: string) => boolean;

const FAMILIES = {
  4: { name: 'ipv4', prefixBits: 32 },
  6: { name: 'ipv6', prefixBits: 128 },
} as const;

/**
 * Compiles an IPv4 or IPv6 range such as `203.0.113.0/24`; an address alone is a range of one. Bits
 * of the address beyond the prefix are ignored, as IAM does. An IPv4 address in its IPv6 form
 * (`::ffff:203.0.113.7`, how a dual-stack socket reports it) lies in the IPv4 ranges. `undefined`
 * when the text is not a range.
 * https://www.rfc-editor.org/rfc/rfc4632
 */
export function parseCidr(text: string): CidrMatcher | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = familyOf(address);
  if (!family || rest.length > 0) return undefined;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return undefined;
  const prefixBits = prefix === undefined ? family.prefixBits : Number(prefix);
  if (prefixBits > family.prefixBits) return undefined;

  const range = new BlockList();
  range.addSubnet(address, prefixBits, family.name);
  return (candidate) => {
    const candidateFamily = familyOf(candidate);
    return candidateFamily !== undefined && range.check(candidate, candidateFamily.name);
  };
}

function familyOf(address: string) {
  if (address.includes('%')) return undefined; // a zone (`fe80::1%eth0`) names an interface, not an address
  const version = isIP(address);
  return version === 4 || version === 6 ? FAMILIES[version] : undefined;
}
