import fc from 'fast-check';
import type { Member, Shape, Structure } from '../../../src/aws/protocols/shape.ts';

/** Text that has broken codecs before: markup, form syntax, white space, other scripts. */
const TEXTS = [
  'a',
  'b c',
  ' around ',
  'é&<>"\'',
  'x=y&z',
  '100%',
  'plus+sign',
  '日本 𝄞',
  'tab\tnl\nend',
  'cr\rend',
  'k.1.v',
  '__proto__',
  ']]>',
];
/** What may stand in a path, a query, a header or an attribute. */
const NAMES = ['a', 'b-c', 'Zz9'];

/** Deeper than any model; only shapes that contain themselves stop here. */
const DEPTH_MAX = 8;

/** Whether to leave a member out: one that the SDK fills, checks or rewrites itself. */
export type Leave = (structure: Structure, member: Member) => boolean;

/** Random values of the shape: every required member, some of the others, whole seconds, no empty lists. */
export function arbitraryValue(shape: Structure, leave: Leave): fc.Arbitrary<object> {
  return structureOf(shape, leave, 0);
}

function anyOf(shape: Shape, leave: Leave, depth: number, plain: boolean): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'structure':
      return structureOf(shape, leave, depth);
    case 'list':
      return fc.array(anyOf(shape.item.shape, leave, depth + 1, plain), {
        minLength: 1,
        maxLength: 2,
      });
    case 'map':
      return fc.dictionary(
        fc.constantFrom('k0', 'k1', plain ? 'k2' : 'a.b <c>'),
        anyOf(shape.value.shape, leave, depth + 1, plain),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      );
    case 'string':
      return fc.constantFrom(...(plain ? NAMES : TEXTS));
    case 'integer':
      return fc.nat(1000);
    case 'double':
      return fc.constantFrom(0, 0.5, 99.25);
    case 'boolean':
      return fc.boolean();
    case 'timestamp':
      return fc.nat(2 ** 31).map((seconds) => new Date(seconds * 1000));
    case 'blob':
      return fc.uint8Array({ minLength: 1, maxLength: 3 });
    case 'body':
      return fc
        .uint8Array({ minLength: 1, maxLength: 3 })
        .map((bytes) => ({ size: bytes.length, bytes }));
  }
}

function structureOf(shape: Structure, leave: Leave, depth: number): fc.Arbitrary<object> {
  const members = shape.members.filter(
    (m) => !leave(shape, m) && (depth < DEPTH_MAX || m.traits.required),
  );
  const model = Object.fromEntries(members.map((m) => [m.name, memberOf(m, leave, depth)]));
  const requiredKeys = members.filter(isAlwaysGiven).map((m) => m.name);
  const record = fc.record(model, { requiredKeys, noNullPrototype: true });
  // A form cannot tell an empty structure from none.
  return depth === 0 || members.length === 0
    ? record
    : record.filter((value) => Object.keys(value).length > 0);
}

/** Besides what must be there: what clients show as empty when it was absent. */
const isAlwaysGiven = ({ traits }: Member) =>
  traits.required === true ||
  traits.httpLabel === true ||
  traits.httpResponseCode === true ||
  traits.httpPayload === true ||
  traits.httpPrefixHeaders !== undefined;

function memberOf({ shape, traits }: Member, leave: Leave, depth: number): fc.Arbitrary<unknown> {
  if (traits.httpResponseCode) return fc.constantFrom(200, 202);
  const plain = Boolean(
    traits.httpLabel ||
      traits.httpQuery ||
      traits.httpHeader ||
      traits.httpPrefixHeaders ||
      traits.xmlAttribute,
  );
  return anyOf(shape, leave, depth + 1, plain);
}
