import type {
  Leaf,
  Member,
  ModelledError,
  Operation,
  Shape,
  Structure,
  Traits,
} from '../../src/aws/protocols/shape.ts';
import {
  blob,
  body,
  boolean,
  dateTime,
  epochSeconds,
  httpDate,
  integer,
  list,
  map,
  operation,
  string,
  timestamp,
  unit,
} from '../../src/aws/protocols/shape.ts';

/**
 * Reads the compact runtime schemas that every `@aws-sdk/client-*` package exports: tuples whose first element is
 * a tag. Simple shapes are bare numbers; a list of them adds 64, a map 128; a pair is a shape with a member's own
 * traits; a function defers a shape that is declared later.
 */
export interface SdkModel {
  readonly operations: ReadonlyMap<string, SdkOperation>;
  readonly errors: ReadonlyMap<string, ModelledError>;
}

export interface SdkOperation extends Operation {
  readonly method: string;
  readonly uri: string;
}

type Schema = number | string | readonly unknown[];
type SdkTraits = Readonly<Record<string, unknown>>;

const TAG = {
  simple: 0,
  list: 1,
  map: 2,
  structure: 3,
  error: -3,
  union: 4,
  operation: 9,
} as const;

const LEAVES: Readonly<Record<number, Leaf>> = {
  0: string,
  1: integer,
  2: boolean,
  4: timestamp,
  5: dateTime,
  6: httpDate,
  7: epochSeconds,
  21: blob,
  42: body,
};

/** Traits without a value are the bits of one number. */
const TRAIT_BITS = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
];

const MEMBER_TRAITS: readonly string[] = [
  'xmlName',
  'xmlFlattened',
  'xmlAttribute',
  'xmlNamespace',
  'jsonName',
  'httpLabel',
  'httpQuery',
  'httpHeader',
  'httpPrefixHeaders',
  'httpPayload',
  'httpResponseCode',
];

/** Has the last word about the members of a structure. */
type Deviate = (structureName: string, members: Member[]) => Member[];

/** `exports` is everything that a client package exports. */
export function readSdkModel(
  exports: Readonly<Record<string, unknown>>,
  deviate: Deviate = (_, members) => members,
): SdkModel {
  const schemas = Object.values(exports).filter((value) => Array.isArray(value));
  const read = createReader(deviate);
  const operations = schemas.filter(([tag]) => tag === TAG.operation).map(read.operation);
  const errors = schemas
    .filter(([tag, namespace]) => tag === TAG.error && !isSynthetic(namespace))
    .map((schema) => [String(schema[2]), modelledError(schema)] as const);
  return {
    operations: new Map(operations.toSorted(byName).map((o) => [o.name, o])),
    errors: new Map(errors.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Base classes of the SDK's own, which no service ever sends. */
const isSynthetic = (namespace: unknown) => String(namespace).startsWith('smithy.ts.sdk.synthetic');

function createReader(deviate: Deviate) {
  const structures = new Map<readonly unknown[], Structure>();

  function shape(reference: unknown): Shape {
    const schema = (typeof reference === 'function' ? reference() : reference) as Schema;
    if (typeof schema === 'number') return simple(schema);
    if (schema === 'unit') return unit;
    if (typeof schema === 'string') throw new Error(`unknown schema ${schema}`);
    if (schema.length === 2) return shape(schema[0]);
    switch (schema[0]) {
      case TAG.simple:
        return shape(schema[4]);
      case TAG.list:
        return list(deferred(schema[4]), xmlNameOf(schema[4]));
      case TAG.map:
        return map(deferred(schema[5]), xmlNameOf(schema[4]), xmlNameOf(schema[5]));
      default:
        return structure(schema);
    }
  }

  function structure(schema: readonly unknown[]): Structure {
    const known = structures.get(schema);
    if (known) return known;
    const [tag, , name, traits, names, members, required] = schema;
    if (tag !== TAG.structure && tag !== TAG.union && tag !== TAG.error) {
      throw new Error(`unknown schema tag ${tag} in ${name}`);
    }
    const read: Structure = {
      kind: 'structure',
      name: String(name),
      xmlName: sdkTraits(traits).xmlName as string | undefined,
      members: deviate(
        String(name),
        (names as string[]).map((memberName, i) => {
          const reference = (members as unknown[])[i];
          return {
            name: memberName,
            traits: memberTraits(reference, i < Number(required ?? 0)),
            get shape() {
              return shape(reference);
            },
          };
        }),
      ),
    };
    structures.set(schema, read);
    return read;
  }

  const deferred = (reference: unknown) => () => shape(reference);

  return {
    operation(schema: readonly unknown[]): SdkOperation {
      const [, , name, traits, input, output] = schema;
      const http = sdkTraits(traits).http as [string, string, number?] | undefined;
      const [method, uri, status] = http ?? ['POST', '/'];
      const base = operation(
        String(name),
        shape(input) as Structure,
        shape(output) as Structure,
        status ?? 200,
      );
      return { ...base, method, uri };
    },
  };
}

function simple(code: number): Shape {
  if (code >= 128) return map(simple(code - 128));
  if (code >= 64) return list(simple(code - 64));
  const leaf = LEAVES[code];
  if (!leaf) throw new Error(`unknown simple schema ${code}`);
  return leaf;
}

function sdkTraits(traits: unknown): SdkTraits {
  if (typeof traits !== 'number') return (traits ?? {}) as SdkTraits;
  return Object.fromEntries(
    TRAIT_BITS.filter((_, bit) => (traits >> bit) & 1).map((name) => [name, 1]),
  );
}

function memberTraits(reference: unknown, required: boolean): Traits {
  const own = Array.isArray(reference) && reference.length === 2 ? sdkTraits(reference[1]) : {};
  const kept = MEMBER_TRAITS.filter((name) => name in own).map((name) => [
    name,
    own[name] === 1 ? true : own[name],
  ]);
  return { ...(required && { required }), ...Object.fromEntries(kept) };
}

function xmlNameOf(reference: unknown): string | undefined {
  return memberTraits(reference, false).xmlName;
}

function modelledError([, , name, rawTraits, members]: readonly unknown[]): ModelledError {
  const traits = sdkTraits(rawTraits);
  const query = traits.awsQueryError as [code: string, status: number] | undefined;
  const fault = traits.error === 'server' ? 'server' : 'client';
  return {
    code: query?.[0] ?? String(name),
    status: Number(traits.httpError ?? query?.[1] ?? (fault === 'server' ? 500 : 400)),
    fault,
    message: (members as string[]).includes('Message') ? 'Message' : 'message',
  };
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
