import { compileOnce } from './compile.ts';
import { textWriter } from './leaf.ts';
import type { MapShape, Member, Shape, Structure } from './shape.ts';
import { escapeXml } from './xml-text.ts';

/** Writes one element under the name; `attributes` is text that starts with a space, or nothing. */
type Encode = (value: never, name: string, attributes: string) => string;
type Values = Readonly<Record<string, unknown>>;
/** Writes a member's element or elements. */
type Write = (value: never) => string;

/** Writes a document of this shape without declaration. Members that the shape does not declare are left out. */
export function writeXml(
  shape: Shape,
  rootName: string,
  value: object,
  namespace?: string,
): string {
  const attributes = namespace === undefined ? '' : ` xmlns="${escapeXml(namespace)}"`;
  return encoderOf(shape)(value as never, rootName, attributes);
}

const encoderOf = compileOnce<Parameters<Encode>, string>((shape, compile): Encode => {
  switch (shape.kind) {
    case 'structure':
      return structureEncoder(shape, compile);
    case 'list': {
      const { name } = shape.item;
      const encode = compile(shape.item.shape);
      return (value: readonly never[], tag, attributes) =>
        element(tag, attributes, value.map((item) => encode(item, name, '')).join(''));
    }
    case 'map': {
      const entries = entriesWriter(shape, 'entry', compile);
      return (value, tag, attributes) => element(tag, attributes, entries(value));
    }
    default: {
      const text = textWriter(shape, 'date-time');
      return (value, tag, attributes) => element(tag, attributes, escapeXml(text(value)));
    }
  }
});

function structureEncoder(shape: Structure, compile: (shape: Shape) => Encode): Encode {
  const content = shape.members
    .filter((m) => !m.traits.xmlAttribute)
    .map((m) => ({ name: m.name, write: memberWriter(m, compile) }));
  const attributeMembers = shape.members.filter((m) => m.traits.xmlAttribute);
  return (value: Values, tag, given) => {
    let attributes = given;
    for (const { name, traits } of attributeMembers) {
      const item = value[name];
      if (item === undefined || item === null) continue;
      attributes += ` ${traits.xmlName ?? name}="${escapeXml(String(item))}"`;
    }
    let inner = '';
    for (const { name, write } of content) {
      const item = value[name];
      if (item !== undefined && item !== null) inner += write(item as never);
    }
    return element(tag, attributes, inner);
  };
}

function memberWriter({ name, shape, traits }: Member, compile: (shape: Shape) => Encode): Write {
  const tag = traits.xmlName ?? name;
  if (traits.xmlText) return (value) => escapeXml(String(value));
  if (traits.xmlFlattened && shape.kind === 'list') {
    const encode = compile(shape.item.shape);
    return (value: readonly never[]) => value.map((item) => encode(item, tag, '')).join('');
  }
  if (traits.xmlFlattened && shape.kind === 'map') return entriesWriter(shape, tag, compile);
  const [prefix, uri] = traits.xmlNamespace ?? [];
  const attributes = uri === undefined ? '' : ` xmlns:${prefix}="${uri}"`;
  const encode = compile(shape);
  return (value) => encode(value, tag, attributes);
}

function entriesWriter(
  { keyName, value: { name, shape } }: MapShape,
  tag: string,
  compile: (shape: Shape) => Encode,
): Write {
  const encode = compile(shape);
  return (value: Readonly<Record<string, never>>) =>
    Object.entries(value)
      .map(([key, item]) => {
        const keyElement = element(keyName, '', escapeXml(key));
        return element(tag, '', keyElement + encode(item, name, ''));
      })
      .join('');
}

const element = (tag: string, attributes: string, inner: string) =>
  inner === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${inner}</${tag}>`;
