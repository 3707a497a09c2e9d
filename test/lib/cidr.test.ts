import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCidr } from '../../src/lib/cidr.ts';

const matches: [range: string, address: string, inside: boolean][] = [
  ['203.0.113.0/24', '203.0.113.0', true],
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['203.0.113.77/24', '203.0.113.1', true],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['0.0.0.0/0', '255.255.255.255', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['10.0.0.0/9', '10.127.255.255', true],
  ['10.0.0.0/9', '10.128.0.0', false],
  ['203.0.113.0/24', '::ffff:203.0.113.9', true],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['2001:DB8::1', '2001:0db8:0:0:0:0:0:1', true],
  ['::/0', '2001:db8::1', true],
  ['203.0.113.0/24', 'not an address', false],
  ['203.0.113.0/24', '', false],
  ['203.0.113.0/24', '203.0.113.0/24', false],
  ['fe80::/10', 'fe80::1%eth0', false],
];

for (const [range, address, inside] of matches) {
  test(`${address || 'the empty text'} lies ${inside ? 'in' : 'outside'} ${range}`, () => {
    assert.equal(parseCidr(range)?.(address), inside);
  });
}

for (const text of [
  '',
  '/',
  '10.0.0.0/',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '10.0.0',
  '::/129',
  'x/8',
  '10.0.0.0/ 8',
]) {
  test(`'${text}' is not a range`, () => assert.equal(parseCidr(text), undefined));
}

test('an IPv4 range holds exactly the addresses that share its prefix', () => {
  const dotted = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join('.');
  const address = fc.nat(2 ** 32 - 1);
  fc.assert(
    fc.property(address, address, fc.nat(32), fc.nat(32), (network, noise, bits, kept) => {
      const candidate = (network ^ (kept === 32 ? 0 : noise >>> kept)) >>> 0;
      const shared = bits === 0 || network >>> (32 - bits) === candidate >>> (32 - bits);
      assert.equal(parseCidr(`${dotted(network)}/${bits}`)?.(dotted(candidate)), shared);
    }),
  );
});
