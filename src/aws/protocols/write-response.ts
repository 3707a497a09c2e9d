import type { HttpResponse } from './http.ts';
import { type Bindings, type BodyCodec, bindingsOf, rootNameOf } from './http-bindings.ts';
import { textWriter } from './leaf.ts';
import type { Shape, Structure } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * For an output whose HTTP status depends on what happened, where the model knows one only: 206 for part of an object.
 * An operation that answers so returns its output with this.
 */
export interface WithStatus {
  readonly $status?: number | undefined;
  /** Of an answer without a body. */
  readonly $contentType?: string | undefined;
}

/** Writes a REST output to all the places that its members are bound to. */
export function writeResponse(
  shape: Structure,
  output: object,
  status: number,
  codec: BodyCodec,
): HttpResponse {
  const values = output as Values;
  const bindings = bindingsOf(shape);
  const headers: Record<string, string> = {};
  for (const { member, name } of bindings.headers) {
    const value = values[member.name];
    if (value !== undefined && value !== null) headers[name] = headerText(member.shape, value);
  }
  for (const { member, name: prefix } of bindings.prefixes) {
    for (const [key, value] of Object.entries(values[member.name] ?? {})) {
      headers[prefix + key] = String(value);
    }
  }
  const { body, contentType = (output as WithStatus).$contentType } = writeBody(
    shape,
    bindings,
    values,
    codec,
  );
  if (contentType !== undefined) headers['content-type'] ??= contentType;
  const chosen =
    (output as WithStatus).$status ?? (bindings.status && values[bindings.status.name]);
  return { status: typeof chosen === 'number' ? chosen : status, headers, body };
}

function headerText(shape: Shape, value: unknown): string {
  if (shape.kind === 'list') {
    const items = value as readonly unknown[];
    return items.map((item) => headerText(shape.item.shape, item)).join(', ');
  }
  if (shape.kind === 'structure' || shape.kind === 'map') {
    throw new Error(`a ${shape.kind} cannot be a header`);
  }
  return textWriter(shape, 'http-date')(value as never);
}

interface Written {
  readonly body: HttpResponse['body'];
  readonly contentType?: string;
}

function writeBody(
  shape: Structure,
  { payload, document }: Bindings,
  values: Values,
  codec: BodyCodec,
): Written {
  const { contentType } = codec;
  if (document) return { body: codec.write(document, rootNameOf(shape), values), contentType };
  const value = payload && values[payload.name];
  if (!payload || value === undefined || value === null) return { body: '' };
  const target = payload.shape;
  if (target.kind === 'structure') {
    const rootName = payload.traits.xmlName ?? rootNameOf(target);
    return { body: codec.write(target, rootName, value), contentType };
  }
  const body = value as HttpResponse['body'];
  switch (target.kind) {
    case 'body':
      // Objects bring their own content type.
      return { body };
    case 'string':
      // The only texts are policies.
      return { body, contentType: 'application/json' };
    default:
      return { body, contentType };
  }
}
