import type { Encoded } from './protobuf.ts';
import { bytes, concatenated, integer, message } from './protobuf.ts';

/**
 * The parts of an ONNX file, named and numbered as in its schema: a graph of nodes, each reading and writing tensors
 * by name, and the constant tensors (initializers). https://onnx.ai/onnx/repo-docs/IR.html
 */
export interface Graph {
  readonly nodes: Encoded[];
  readonly initializers: Encoded[];
}

export type Attributes = Readonly<Record<string, string | number | readonly number[]>>;

/** One operation of the graph; an ONNX operator name and its attributes. */
export const node = (
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: Attributes = {},
): Encoded =>
  message(
    1, // GraphProto.node
    ...inputs.map((input) => bytes(1, input)),
    bytes(2, output),
    bytes(4, operator),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  );

const ATTRIBUTE_INT = 2;
const ATTRIBUTE_STRING = 3;
const ATTRIBUTE_INTS = 7;

function attribute(name: string, value: Attributes[string]): Encoded {
  if (typeof value === 'string')
    return message(5, bytes(1, name), bytes(4, value), integer(20, ATTRIBUTE_STRING));
  if (typeof value === 'number')
    return message(5, bytes(1, name), integer(3, value), integer(20, ATTRIBUTE_INT));
  const items = value.map((item) => integer(8, item));
  return message(5, bytes(1, name), ...items, integer(20, ATTRIBUTE_INTS));
}

export const elementType = { float: 1, uint8: 2 } as const;
export type ElementType = keyof typeof elementType;

/** A constant tensor of 32-bit floats. */
export const initializer = (
  name: string,
  shape: readonly number[],
  values: Float32Array,
): Encoded =>
  message(
    5, // GraphProto.initializer
    ...shape.map((size) => integer(1, size)),
    integer(2, elementType.float),
    bytes(8, name),
    bytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  );

/** The name, element type and shape of what goes in or comes out. */
export interface Port {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
}

const GRAPH_INPUT = 11;
const GRAPH_OUTPUT = 12;

function port(field: number, { name, type, shape }: Port): Encoded {
  const dimensions = shape.map((size) => message(1, integer(1, size)));
  const tensorType = message(1, integer(1, elementType[type]), message(2, ...dimensions));
  return message(field, bytes(1, name), message(2, tensorType));
}

const IR_VERSION = 8;
const OPERATOR_SET_VERSION = 13;

/** A whole file: a graph with one input and one output. */
export const model = (graph: Graph, input: Port, output: Port): Uint8Array =>
  concatenated([
    integer(1, IR_VERSION),
    bytes(2, 'spillway'),
    message(
      7, // ModelProto.graph
      ...graph.nodes,
      bytes(2, 'graph'),
      ...graph.initializers,
      port(GRAPH_INPUT, input),
      port(GRAPH_OUTPUT, output),
    ),
    message(8, bytes(1, ''), integer(2, OPERATOR_SET_VERSION)),
  ]);
