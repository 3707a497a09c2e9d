/** What a field of an event can hold where a pattern compares: anything but an object or a list. */
export type JsonLeaf = string | number | boolean | null;

/** A JSON value with its place in the text: from `start` to before `end`, in characters. */
export type JsonNode = JsonObjectNode | JsonArrayNode | JsonLeafNode;

export interface JsonObjectNode {
  readonly kind: 'object';
  /** In the order of the text; a repeated key is there twice. */
  readonly members: readonly JsonMember[];
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly key: string;
  readonly value: JsonNode;
}

export interface JsonArrayNode {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly start: number;
  readonly end: number;
}

export interface JsonLeafNode {
  readonly kind: 'leaf';
  readonly value: JsonLeaf;
  readonly start: number;
  readonly end: number;
}

/**
 * Where AWS's reader stands when it has just met this value: behind the opening quote or bracket,
 * because a string is read only when it is asked for, and behind the whole of a number or word.
 */
export const offsetAt = (node: JsonNode): number =>
  node.kind === 'leaf' && typeof node.value !== 'string' ? node.end : node.start + 1;

export const isString = (node: JsonNode | undefined): node is JsonLeafNode & { value: string } =>
  node?.kind === 'leaf' && typeof node.value === 'string';

export const isNumber = (node: JsonNode | undefined): node is JsonLeafNode & { value: number } =>
  node?.kind === 'leaf' && typeof node.value === 'number';
