import { compileOnce } from './compile.ts';
import {
  checkCount,
  invalid,
  LIST_ITEMS_MAX,
  MAP_ENTRIES_MAX,
  malformed,
  missing,
  within,
} from './decode-fault.ts';
import {
  base64,
  fromSeconds,
  readBase64,
  readDate,
  readUtf8,
  wholeNumber,
  writeTimestamp,
} from './leaf.ts';
import type { Leaf, List, MapShape, Shape, Structure } from './shape.ts';

/** Decodes one value out of what JSON.parse made. Throws DecodeFault. */
type Decode = (value: unknown) => unknown;
/** Builds what JSON.stringify writes. */
type Encode = (value: never) => unknown;
type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a document of this shape; an empty body is an empty object. Unknown members are skipped, as AWS does. */
export function readJson(shape: Structure, bytes: Uint8Array): Record<string, unknown> {
  const decode = decoderOf(shape);
  return decode(bytes.length === 0 ? {} : parse(bytes)) as Record<string, unknown>;
}

/** Writes the members that the shape declares, and no others. */
export function writeJson(shape: Structure, value: object): string {
  return JSON.stringify(encoderOf(shape)(value as never));
}

function parse(bytes: Uint8Array): unknown {
  const text = readUtf8(bytes);
  if (text === undefined) throw malformed('the body is not UTF-8');
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('the body is not JSON');
  }
}

const decoderOf = compileOnce<[unknown], unknown>((shape, compile): Decode => {
  switch (shape.kind) {
    case 'structure':
      return structureDecoder(shape, compile);
    case 'list':
      return listDecoder(shape, compile);
    case 'map':
      return mapDecoder(shape, compile);
    default:
      return leafDecoder(shape);
  }
});

function structureDecoder(shape: Structure, compile: (shape: Shape) => Decode): Decode {
  const members = shape.members.map((m) => ({
    name: m.name,
    wireName: m.traits.jsonName ?? m.name,
    required: m.traits.required === true,
    decode: compile(m.shape),
  }));
  return (value) => {
    if (!isObject(value)) throw unexpected(value, 'structure or map');
    const structure: Record<string, unknown> = {};
    for (const { name, wireName, required, decode } of members) {
      const item = value[wireName];
      if (item === undefined || item === null) {
        if (required) throw missing(name);
        continue;
      }
      try {
        structure[name] = decode(item);
      } catch (cause) {
        throw within(name, cause);
      }
    }
    return structure;
  };
}

function listDecoder(shape: List, compile: (shape: Shape) => Decode): Decode {
  const decode = presentDecoder(compile(shape.item.shape));
  return (value) => {
    if (!Array.isArray(value)) throw unexpected(value, 'list');
    checkCount(value.length, LIST_ITEMS_MAX);
    return value.map((item, i) => {
      try {
        return decode(item);
      } catch (cause) {
        throw within(i + 1, cause);
      }
    });
  };
}

/** Maps have no prototype: their keys are the client's. */
function mapDecoder(shape: MapShape, compile: (shape: Shape) => Decode): Decode {
  const decode = presentDecoder(compile(shape.value.shape));
  return (value) => {
    if (!isObject(value)) throw unexpected(value, 'structure or map');
    const entries = Object.entries(value);
    checkCount(entries.length, MAP_ENTRIES_MAX);
    const map: Record<string, unknown> = Object.create(null);
    for (const [key, item] of entries) {
      try {
        map[key] = decode(item);
      } catch (cause) {
        throw within(key, cause);
      }
    }
    return map;
  };
}

/** Items of lists and values of maps may not be null. */
const presentDecoder =
  (decode: Decode): Decode =>
  (value) => {
    if (value === null) throw missing('member');
    return decode(value);
  };

function leafDecoder({ kind }: Leaf): Decode {
  switch (kind) {
    case 'string':
      return (value) => (typeof value === 'string' ? value : unconvertible(value, 'String'));
    case 'integer':
      return (value) =>
        typeof value === 'number' ? wholeNumber(value) : unconvertible(value, 'Integer');
    case 'double':
      return (value) => (typeof value === 'number' ? value : unconvertible(value, 'Float'));
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : unconvertible(value, 'Boolean'));
    case 'blob':
      return (value) =>
        typeof value === 'string' ? readBase64(value) : unconvertible(value, 'Blob');
    case 'timestamp':
      return (value) => {
        if (typeof value === 'number') return fromSeconds(value);
        return typeof value === 'string' ? readDate(value) : unconvertible(value, 'Timestamp');
      };
    case 'body':
      throw new Error('a JSON document holds no streaming body');
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** AWS's own wording, which names the token that it met. */
function unconvertible(value: unknown, type: string): never {
  if (typeof value === 'object') throw unexpected(value, type);
  throw invalid(`${tokenOf(value)} cannot be converted to ${type}`);
}

function unexpected(value: unknown, wanted: string) {
  if (Array.isArray(value)) return invalid('Start of list found where not expected');
  if (isObject(value)) return invalid('Start of structure or map found where not expected.');
  return invalid(`${tokenOf(value)} found where a ${wanted} was expected`);
}

function tokenOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return typeof value === 'number' ? 'NUMBER_VALUE' : 'STRING_VALUE';
}

const encoderOf = compileOnce<[never], unknown>((shape, compile): Encode => {
  switch (shape.kind) {
    case 'structure': {
      const members = shape.members.map((m) => ({
        name: m.name,
        wireName: m.traits.jsonName ?? m.name,
        encode: compile(m.shape),
      }));
      return (value: JsonObject) => {
        const json: Record<string, unknown> = {};
        for (const { name, wireName, encode } of members) {
          const item = value[name];
          if (item !== undefined && item !== null) json[wireName] = encode(item as never);
        }
        return json;
      };
    }
    case 'list': {
      const encode = compile(shape.item.shape);
      return (value: readonly never[]) => value.map((item) => encode(item));
    }
    case 'map': {
      const encode = compile(shape.value.shape);
      return (value: Readonly<Record<string, never>>) =>
        Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
    }
    case 'blob':
      return (value: Uint8Array) => base64(value);
    case 'timestamp': {
      const format = shape.timestampFormat ?? 'epoch-seconds';
      return (value: Date) => writeTimestamp(value, format);
    }
    default:
      return (value: unknown) => value;
  }
});
