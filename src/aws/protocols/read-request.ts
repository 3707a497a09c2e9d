import { DecodeFault } from './decode-fault.ts';
import type { HttpRequest, Labels } from './http.ts';
import { type BodyCodec, type BoundMember, bindingsOf, rootNameOf } from './http-bindings.ts';
import { textReaders } from './leaf.ts';
import type { Member, Shape, Structure } from './shape.ts';

type Values = Record<string, unknown>;

/** Reads a REST input from all the places that its members are bound to. Throws DecodeFault. */
export function readRequest(
  shape: Structure,
  { query, headers, body }: HttpRequest,
  labels: Labels,
  codec: BodyCodec,
): Values {
  const bindings = bindingsOf(shape);
  const values: Values = {};
  for (const bound of bindings.labels) readOne(values, bound, labels[bound.name]);
  for (const bound of bindings.queries) {
    if (bound.member.shape.kind === 'list') readMany(values, bound, query.getAll(bound.name));
    else readOne(values, bound, query.get(bound.name) ?? undefined);
  }
  for (const bound of bindings.headers) {
    const value = headers[bound.name];
    if (bound.member.shape.kind === 'list') readMany(values, bound, splitList(value));
    else readOne(values, bound, value);
  }
  for (const bound of bindings.prefixes) readPrefixed(values, bound, headers);
  if (bindings.payload) readPayload(values, bindings.payload, body, codec);
  else if (bindings.document) {
    Object.assign(values, codec.read(bindings.document, rootNameOf(shape), bytesOf(body)));
  }
  return values;
}

function readOne(values: Values, bound: BoundMember, text: string | undefined): void {
  const { name, shape, traits } = bound.member;
  if (text !== undefined) {
    const value = readText(shape, bound, text);
    if (value !== undefined) values[name] = value;
  } else if (traits.required) throw absent(bound);
}

function readMany(values: Values, bound: BoundMember, texts: readonly string[]): void {
  const { name, shape, traits } = bound.member;
  if (shape.kind !== 'list') throw new Error(`${name} is no list`);
  if (texts.length > 0) values[name] = texts.map((text) => readText(shape.item.shape, bound, text));
  else if (traits.required) throw absent(bound);
}

const splitList = (value: string | undefined) =>
  value === undefined ? [] : value.split(',').map((item) => item.trim());

function readText({ kind }: Shape, bound: BoundMember, text: string): unknown {
  if (kind === 'string') return text;
  if (kind === 'structure' || kind === 'map' || kind === 'list' || kind === 'body') {
    throw new Error(`a ${kind} cannot be bound to a ${bound.place}`);
  }
  try {
    return textReaders[kind](text);
  } catch (cause) {
    if (!(cause instanceof DecodeFault)) throw cause;
    if (IGNORABLE.has(bound.name) || isUnsetCount(bound, text)) return undefined;
    throw bindingFault('invalid', bound, text, cause.message);
  }
}

/** A date that cannot be read makes no condition: the request is as if it were not there (RFC 9110, 13.1.3). */
const IGNORABLE: ReadonlySet<string> = new Set(['if-modified-since', 'if-unmodified-since']);

/** `?max-keys=` asks for as many as `?` does. */
const isUnsetCount = ({ place, name }: BoundMember, text: string) =>
  place === 'query' && text === '' && name.startsWith('max-');

const absent = (bound: BoundMember) =>
  bindingFault('missing', bound, undefined, `${bound.name} is missing`);

function bindingFault(
  reason: 'invalid' | 'missing',
  { member, place, name }: BoundMember,
  value: string | undefined,
  message: string,
): DecodeFault {
  return new DecodeFault(reason, message, [member.name], { place, name, value });
}

/** The map has no prototype: its keys are the client's. */
function readPrefixed(
  values: Values,
  { member, name: prefix }: BoundMember,
  headers: HttpRequest['headers'],
): void {
  let map: Values | undefined;
  for (const header in headers) {
    if (!header.startsWith(prefix)) continue;
    map ??= Object.create(null) as Values;
    map[header.slice(prefix.length)] = headers[header];
  }
  if (map) values[member.name] = map;
}

function readPayload(
  values: Values,
  { name, shape, traits }: Member,
  body: HttpRequest['body'],
  codec: BodyCodec,
): void {
  if (shape.kind === 'body') {
    values[name] = body instanceof Uint8Array ? { size: body.length, bytes: body } : body;
    return;
  }
  const bytes = bytesOf(body);
  if (bytes.length === 0 && shape.kind !== 'string') {
    if (traits.required) throw new DecodeFault('empty', 'the body is empty', [name]);
  } else if (shape.kind === 'structure') {
    values[name] = codec.read(shape, traits.xmlName ?? rootNameOf(shape), bytes);
  } else if (shape.kind === 'blob') {
    values[name] = bytes;
  } else {
    values[name] = Buffer.from(bytes).toString();
  }
}

function bytesOf(body: HttpRequest['body']): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (body.bytes) return body.bytes;
  throw new Error('a body that is decoded must be in memory');
}
