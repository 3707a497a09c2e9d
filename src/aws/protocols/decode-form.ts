import { compileOnce } from './compile.ts';
import {
  checkCount,
  invalid,
  LIST_ITEMS_MAX,
  MAP_ENTRIES_MAX,
  missing,
  within,
} from './decode-fault.ts';
import { type Form, itemsOf } from './form.ts';
import { textReaders } from './leaf.ts';
import type { Leaf, List, MapShape, Member, Shape, Structure } from './shape.ts';

/** Decodes one node of the tree. Throws DecodeFault. */
type Decode = (node: string | Form) => unknown;

/** Reads an awsQuery input. Parameters that the shape does not know are skipped, as AWS does. */
export function readForm(shape: Structure, form: Form): Record<string, unknown> {
  return decoderOf(shape)(form) as Record<string, unknown>;
}

const decoderOf = compileOnce<[string | Form], unknown>((shape, compile): Decode => {
  switch (shape.kind) {
    case 'structure':
      return structureDecoder(shape, compile);
    case 'list': {
      const decode = itemsDecoder(shape, compile);
      return (node) => decode(typeof node === 'string' ? node : (node[shape.item.name] ?? ''));
    }
    case 'map': {
      const decode = entriesDecoder(shape, compile);
      return (node) => decode(typeof node === 'string' ? node : (node.entry ?? ''));
    }
    default:
      return leafDecoder(shape);
  }
});

function structureDecoder(shape: Structure, compile: (shape: Shape) => Decode): Decode {
  const members = shape.members.map((m) => ({
    name: m.name,
    wireName: m.traits.xmlName ?? m.name,
    required: m.traits.required === true,
    decode: memberDecoder(m, compile),
  }));
  return (node) => {
    if (typeof node === 'string') throw invalid('a structure was expected');
    const structure: Record<string, unknown> = {};
    for (const { name, wireName, required, decode } of members) {
      const value = node[wireName];
      if (value === undefined) {
        if (required) throw missing(name);
        continue;
      }
      try {
        structure[name] = decode(value);
      } catch (cause) {
        throw within(name, cause);
      }
    }
    return structure;
  };
}

function memberDecoder({ shape, traits }: Member, compile: (shape: Shape) => Decode): Decode {
  if (traits.xmlFlattened && shape.kind === 'list') return flattened(itemsDecoder(shape, compile));
  if (traits.xmlFlattened && shape.kind === 'map')
    return flattened(entriesDecoder(shape, compile), shape.keyName);
  return compile(shape);
}

/** An only item may come without its number, as the oldest clients write it: `AttributeName=All`, `Attribute.Name=...`. */
const flattened =
  (decode: Decode, keyName?: string): Decode =>
  (node) => {
    const only =
      typeof node === 'string'
        ? node !== ''
        : keyName !== undefined && Object.hasOwn(node, keyName);
    return decode(only ? { 1: node } : node);
  };

function itemsDecoder(shape: List, compile: (shape: Shape) => Decode): Decode {
  const decode = compile(shape.item.shape);
  return (node) => {
    const items = itemsOf(node);
    checkCount(items.length, LIST_ITEMS_MAX);
    return items.map((item, i) => {
      try {
        return decode(item);
      } catch (cause) {
        throw within(i + 1, cause);
      }
    });
  };
}

/** Maps have no prototype: their keys are the client's. */
function entriesDecoder({ keyName, value }: MapShape, compile: (shape: Shape) => Decode): Decode {
  const decode = compile(value.shape);
  return (node) => {
    const entries = itemsOf(node);
    checkCount(entries.length, MAP_ENTRIES_MAX);
    const map: Record<string, unknown> = Object.create(null);
    for (const entry of entries) {
      if (typeof entry === 'string') throw invalid('a map was expected');
      const key = entry[keyName];
      const item = entry[value.name];
      if (typeof key !== 'string') throw missing(keyName);
      if (item === undefined) throw missing(value.name);
      try {
        map[key] = decode(item);
      } catch (cause) {
        throw within(key, within('member', cause));
      }
    }
    return map;
  };
}

function leafDecoder({ kind }: Leaf): Decode {
  if (kind === 'body') throw new Error('a form holds no streaming body');
  const read = textReaders[kind];
  return (node) => {
    if (typeof node !== 'string') throw invalid(`a ${kind} was expected`);
    return read(node);
  };
}
