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
import { readUtf8, textReaders } from './leaf.ts';
import type { Leaf, List, MapShape, Member, Shape, Structure } from './shape.ts';
import { parseXml, type XmlElement } from './xml-document.ts';

/** Decodes one element. Throws DecodeFault. */
type Decode = (element: XmlElement) => unknown;
type Values = Record<string, unknown>;
/** Puts one child element where it belongs in its parent's values. */
type Place = (values: Values, child: XmlElement) => void;

/**
 * Reads a document of this shape. It must be valid as well as well-formed: an element that the shape does not know
 * is a fault, as is text where elements belong.
 */
export function readXml(shape: Shape, rootName: string, bytes: Uint8Array): unknown {
  const text = readUtf8(bytes);
  if (text === undefined) throw malformed('the body is not UTF-8');
  const root = parseXml(text);
  if (root.name !== rootName) throw malformed(`<${root.name}> where <${rootName}> was expected`);
  return decoderOf(shape)(root);
}

const decoderOf = compileOnce<[XmlElement], unknown>((shape, compile): Decode => {
  switch (shape.kind) {
    case 'structure':
      return structureDecoder(shape, compile);
    case 'list':
      return listDecoder(shape, compile);
    case 'map': {
      const place = entryPlacer(shape, compile);
      return (element) => {
        const map: Values = Object.create(null);
        for (const child of childrenOf(element)) {
          if (child.name !== 'entry') throw unknownElement(child);
          place(map, child);
        }
        return map;
      };
    }
    default:
      return leafDecoder(shape);
  }
});

function structureDecoder(shape: Structure, compile: (shape: Shape) => Decode): Decode {
  const elements = shape.members.filter((m) => !m.traits.xmlAttribute);
  const places = new Map(
    elements.map((m) => [m.traits.xmlName ?? m.name, memberPlacer(m, compile)]),
  );
  const attributes = shape.members.filter((m) => m.traits.xmlAttribute);
  const required = shape.members.filter((m) => m.traits.required).map((m) => m.name);
  return (element) => {
    const values: Values = {};
    for (const { name, traits } of attributes) {
      const value = element.attributes[traits.xmlName ?? name];
      if (value !== undefined) values[name] = value;
    }
    for (const child of childrenOf(element)) {
      const place = places.get(child.name);
      if (!place) throw unknownElement(child);
      place(values, child);
    }
    for (const name of required) if (values[name] === undefined) throw missing(name);
    return values;
  };
}

function memberPlacer({ name, shape, traits }: Member, compile: (shape: Shape) => Decode): Place {
  if (traits.xmlFlattened && shape.kind === 'list') {
    const decode = compile(shape.item.shape);
    return (values, child) => {
      values[name] ??= [];
      const items = values[name] as unknown[];
      checkCount(items.length + 1, LIST_ITEMS_MAX);
      try {
        items.push(decode(child));
      } catch (cause) {
        throw within(name, within(items.length + 1, cause));
      }
    };
  }
  if (traits.xmlFlattened && shape.kind === 'map') {
    const place = entryPlacer(shape, compile);
    return (values, child) => {
      values[name] ??= Object.create(null);
      place(values[name] as Values, child);
    };
  }
  const decode = compile(shape);
  return (values, child) => {
    if (values[name] !== undefined) throw invalid(`<${child.name}> stands twice`);
    try {
      values[name] = decode(child);
    } catch (cause) {
      throw within(name, cause);
    }
  };
}

function listDecoder(shape: List, compile: (shape: Shape) => Decode): Decode {
  const decode = compile(shape.item.shape);
  return (element) => {
    const children = childrenOf(element);
    checkCount(children.length, LIST_ITEMS_MAX);
    return children.map((child, i) => {
      if (child.name !== shape.item.name) throw unknownElement(child);
      try {
        return decode(child);
      } catch (cause) {
        throw within(i + 1, cause);
      }
    });
  };
}

function entryPlacer(shape: MapShape, compile: (shape: Shape) => Decode): Place {
  const decode = compile(shape.value.shape);
  return (values, entry) => {
    checkCount(Object.keys(values).length + 1, MAP_ENTRIES_MAX);
    const [key, value, ...rest] = childrenOf(entry);
    if (key?.name !== shape.keyName || value?.name !== shape.value.name || rest.length > 0) {
      throw invalid(`<${entry.name}> is not one key and one value`);
    }
    values[key.text] = decode(value);
  };
}

function leafDecoder({ kind }: Leaf): Decode {
  if (kind === 'body') throw new Error('an XML document holds no streaming body');
  const read = textReaders[kind];
  const trimmed = kind !== 'string';
  return ({ name, children, text }) => {
    if (children.length > 0) throw invalid(`<${name}> holds elements`);
    return read(trimmed ? text.trim() : text);
  };
}

function childrenOf({ name, children, text }: XmlElement): XmlElement[] {
  if (text.trim() !== '') throw invalid(`<${name}> holds text`);
  return children;
}

const unknownElement = ({ name }: XmlElement) => invalid(`<${name}> is not known here`);
