/**
 * Shapes describe what travels on the AWS wire: structures, lists, maps and leaves, with the traits that tell a
 * codec where each member goes. The models in `../models/` are written with the constructors below; the codecs in
 * this folder compile a shape once and then run only closures. The terms are Smithy's.
 * https://smithy.io/2.0/spec/model.html
 */
export type Shape = Leaf | List | MapShape | Structure;

export type LeafKind =
  | 'string'
  | 'integer'
  | 'double'
  | 'boolean'
  | 'timestamp'
  | 'blob'
  /** A body of any size, never decoded. */
  | 'body';

export interface Leaf {
  readonly kind: LeafKind;
  /** Only on timestamps, and only where the model departs from the protocol's own format. */
  readonly timestampFormat?: TimestampFormat | undefined;
}

export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds';

export interface List {
  readonly kind: 'list';
  readonly item: Member;
}

export interface MapShape {
  readonly kind: 'map';
  /** Keys are always strings; only their element name differs. */
  readonly keyName: string;
  readonly value: Member;
}

export interface Structure {
  readonly kind: 'structure';
  readonly name: string;
  readonly members: readonly Member[];
  /** Name of the root element, where it is not the shape's name. */
  readonly xmlName?: string | undefined;
}

/** A place that holds a shape: a structure's member, a list's item or a map's value. */
export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly traits: Traits;
}

export interface Traits {
  readonly required?: boolean;
  /** Element name in XML and parameter name in forms, where it is not the member's name. */
  readonly xmlName?: string;
  /** Items stand directly in the parent, without an element around them all. */
  readonly xmlFlattened?: boolean;
  readonly xmlAttribute?: boolean;
  /** The member is the text of its parent's element. */
  readonly xmlText?: boolean;
  /** A namespace that the element declares: prefix and URI. */
  readonly xmlNamespace?: readonly [prefix: string, uri: string];
  readonly jsonName?: string;
  readonly httpLabel?: boolean;
  readonly httpQuery?: string;
  readonly httpHeader?: string;
  readonly httpPrefixHeaders?: string;
  readonly httpPayload?: boolean;
  readonly httpResponseCode?: boolean;
}

/** What a service is called by whoever signs, routes or describes requests to it. */
export interface Service {
  /** SigV4 signing name, which is also the service's name in ARNs. */
  readonly signingName: string;
  readonly protocols: readonly ProtocolName[];
  readonly apiVersion: string;
  /** `x-amz-target` is this, a dot, and the operation's name. Only awsJson services have one. */
  readonly targetPrefix?: string;
  /** Namespace of XML answers, and of XML requests. */
  readonly xmlNamespace?: string;
  /** Smithy namespace, which SQS repeats in `__type`. */
  readonly shapeNamespace: string;
}

export type ProtocolName = 'restXml' | 'restJson1' | 'awsJson1_0' | 'awsJson1_1' | 'awsQuery';

export interface Operation {
  readonly name: string;
  readonly input: Structure;
  readonly output: Structure;
  /** HTTP status of success. */
  readonly status: number;
}

/** An error as the model declares it, under its shape's name. */
export interface ModelledError {
  /** The code on the awsQuery wire, which is not always the shape's name. */
  readonly code: string;
  readonly status: number;
  readonly fault: 'client' | 'server';
  /** How the shape spells its message member. */
  readonly message: 'message' | 'Message';
}

/** One service as `../models/<service>.ts` exports it. */
export interface Model {
  readonly service: Service;
  /** The operations whose shapes are known, in alphabetical order. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly errors: Readonly<Record<string, ModelledError>>;
  /**
   * Every operation that AWS has in this service, with its route: `METHOD /uri?marker&name=value header`. Markers
   * are query parameters (and, after a space, headers) that must be present for a request to mean this operation.
   */
  readonly allOperations: Readonly<Record<string, string>>;
}

/**
 * A body on its way between the gateway and an operation: bytes in memory, or a finished file on disk. It is never
 * a stream in motion: an operation that fails leaves nothing half-read.
 */
export interface StoredBody {
  readonly size: number;
  readonly bytes?: Uint8Array | undefined;
  /** Where there are no `bytes`: pieces, one after the other. A request's body is one whole blob. */
  readonly segments?: readonly Segment[] | undefined;
  /** Digests of the whole body, base64, under the algorithm's name: md5, crc32, crc32c, crc64nvme, sha1, sha256. */
  readonly checksums?: Readonly<Record<string, string>> | undefined;
  /** Headers that came after the body. */
  readonly trailers?: Readonly<Record<string, string>> | undefined;
  /** The algorithm that the client asked for, as a key of `checksums`. */
  readonly checksumAlgorithm?: string | undefined;
}

/** Bytes `start` (inclusive) to `end` (exclusive) of a stored blob; or bytes in memory: a small part of an object. */
export type Segment =
  | { readonly blob: string; readonly start: number; readonly end: number; readonly bytes?: never }
  | { readonly bytes: Uint8Array; readonly blob?: never };

/** The value of a structure without members. */
export type Unit = Record<never, never>;

export const string: Leaf = { kind: 'string' };
export const integer: Leaf = { kind: 'integer' };
export const double: Leaf = { kind: 'double' };
export const boolean: Leaf = { kind: 'boolean' };
export const blob: Leaf = { kind: 'blob' };
export const body: Leaf = { kind: 'body' };
/** A moment in the format of its protocol: JSON seconds, XML and form date-time, HTTP header dates. */
export const timestamp: Leaf = { kind: 'timestamp' };
export const dateTime: Leaf = { kind: 'timestamp', timestampFormat: 'date-time' };
export const httpDate: Leaf = { kind: 'timestamp', timestampFormat: 'http-date' };
export const epochSeconds: Leaf = { kind: 'timestamp', timestampFormat: 'epoch-seconds' };
export const unit: Structure = { kind: 'structure', name: 'Unit', members: [] };

/** A shape, or a function that returns it where the shape is declared further down or refers to itself. */
export type ShapeReference = Shape | (() => Shape);

export const list = (item: ShapeReference, itemName = 'member'): List => ({
  kind: 'list',
  item: place(itemName, item, {}),
});

export const map = (value: ShapeReference, keyName = 'key', valueName = 'value'): MapShape => ({
  kind: 'map',
  keyName,
  value: place(valueName, value, {}),
});

export interface UnnamedMember {
  readonly reference: ShapeReference;
  readonly traits: Traits;
}

/** A structure's member that carries traits; one without is written as its bare shape. */
export const member = (reference: ShapeReference, traits: Traits): UnnamedMember => ({
  reference,
  traits,
});

export const structure = (
  name: string,
  members: Readonly<Record<string, ShapeReference | UnnamedMember>>,
  xmlName?: string,
): Structure => ({
  kind: 'structure',
  name,
  members: Object.entries(members).map(([memberName, m]) =>
    'reference' in m ? place(memberName, m.reference, m.traits) : place(memberName, m, {}),
  ),
  xmlName,
});

export const operation = (
  name: string,
  input: Structure,
  output: Structure,
  status = 200,
): Operation => ({ name, input, output, status });

function place(name: string, reference: ShapeReference, traits: Traits): Member {
  return {
    name,
    traits,
    get shape() {
      return typeof reference === 'function' ? reference() : reference;
    },
  };
}
