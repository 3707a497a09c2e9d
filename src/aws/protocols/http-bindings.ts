import type { Member, Structure } from './shape.ts';

/**
 * Where a REST protocol puts each member of an input or output: in the path, the query, a header, the status line,
 * or the body. https://smithy.io/2.0/spec/http-bindings.html
 */
export interface Bindings {
  readonly labels: readonly BoundMember[];
  readonly queries: readonly BoundMember[];
  readonly headers: readonly BoundMember[];
  /** Maps whose entries are headers that start with the name. */
  readonly prefixes: readonly BoundMember[];
  /** The member that is the HTTP status. */
  readonly status: Member | undefined;
  /** The member that is the whole body. */
  readonly payload: Member | undefined;
  /** The members that share the body, as a structure; `undefined` when none do. */
  readonly document: Structure | undefined;
}

export interface BoundMember {
  readonly member: Member;
  readonly place: 'label' | 'query' | 'header';
  /** Of the label, the parameter or, in lower case, the header. */
  readonly name: string;
}

/** How a protocol reads and writes structured bodies. */
export interface BodyCodec {
  readonly contentType: string;
  read(shape: Structure, rootName: string, bytes: Uint8Array): Record<string, unknown>;
  write(shape: Structure, rootName: string, value: object): string;
}

const known = new WeakMap<Structure, Bindings>();

export function bindingsOf(shape: Structure): Bindings {
  const found = known.get(shape);
  if (found) return found;
  const bindings = bind(shape);
  known.set(shape, bindings);
  return bindings;
}

function bind(shape: Structure): Bindings {
  const labels: BoundMember[] = [];
  const queries: BoundMember[] = [];
  const headers: BoundMember[] = [];
  const prefixes: BoundMember[] = [];
  const rest: Member[] = [];
  for (const member of shape.members) {
    const { httpLabel, httpQuery, httpHeader, httpPrefixHeaders } = member.traits;
    if (httpLabel) labels.push({ member, place: 'label', name: member.name });
    else if (httpQuery) queries.push({ member, place: 'query', name: httpQuery });
    else if (httpHeader) headers.push({ member, place: 'header', name: httpHeader.toLowerCase() });
    else if (httpPrefixHeaders) prefixes.push({ member, place: 'header', name: httpPrefixHeaders });
    else rest.push(member);
  }
  const status = rest.find((m) => m.traits.httpResponseCode);
  const payload = rest.find((m) => m.traits.httpPayload);
  const members = rest.filter((m) => m !== status && m !== payload);
  const document = members.length === 0 ? undefined : { ...shape, members };
  return { labels, queries, headers, prefixes, status, payload, document };
}

/** The root element of a body that holds this shape. */
export const rootNameOf = ({ name, xmlName }: Structure) => xmlName ?? name;
