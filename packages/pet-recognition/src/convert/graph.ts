import { depthwiseKernel, kernel, transposed } from './layout.ts';
import type { Attributes, Graph } from './onnx.ts';
import { initializer, node } from './onnx.ts';
import type { TfjsModel, TfjsNode, Weight } from './tfjs-model.ts';

/**
 * Turns the nodes that the model's output depends on into ONNX nodes, from the output backwards, with height-width-channels
 * turned into channels-height-width. Knows the operations of EfficientNet-B0 and throws at any other.
 *
 * `pixels` is the tensor that stands for the model's input: 0..255, channels first.
 */
export function convertGraph(tfjs: TfjsModel, pixels: string): { graph: Graph; output: string } {
  const graph: Graph = { nodes: [], initializers: [] };
  const converted = new Map<string, string>();
  let names = 0;

  const newName = () => `t${names++}`;
  const add = (operator: string, inputs: readonly string[], attributes?: Attributes) => {
    const output = newName();
    graph.nodes.push(node(operator, inputs, output, attributes));
    return output;
  };
  const constant = (shape: readonly number[], values: Float32Array) => {
    const name = newName();
    graph.initializers.push(initializer(name, shape, values));
    return name;
  };
  const weight = (name: string | undefined): Weight =>
    tfjs.weights.get(name ?? '') ?? unsupported(`no weights are named ${name}`);

  /** The ONNX tensor for a TensorFlow one; converts what it is computed from at the first call. */
  const tensor = (name: string | undefined): string => {
    if (name === undefined) return unsupported('an operation lacks an input');
    const known = converted.get(name) ?? convert(name);
    converted.set(name, known);
    return known;
  };
  const convert = (name: string): string => {
    const found = tfjs.nodes.get(name) ?? unsupported(`no node is named ${name}`);
    if (found.op === 'Const') return broadcastConstant(weight(name));
    const operation = operations[found.op] ?? unsupported(`operation ${found.op} of ${name}`);
    return operation(found);
  };
  /** A scalar stays one; a value for each channel needs its dimension to stand before height and width. */
  const broadcastConstant = ({ shape, values }: Weight) => {
    const channels = shape.at(-1) ?? 1;
    if (values.length !== channels) return unsupported(`constant of shape [${shape.join(', ')}]`);
    return constant(channels === 1 ? [] : [channels, 1, 1], Float32Array.from(values));
  };

  const elementwise = (operator: string) => (from: TfjsNode) =>
    add(operator, from.inputs.map(tensor));
  const firstInput = (from: TfjsNode) => tensor(from.inputs[0]);

  const convolution = (from: TfjsNode, depthwise: boolean) => {
    const [input, kernelName, biasName] = from.inputs;
    const { shape, values } = weight(kernelName);
    const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
    const fused = (from.attributes.fused_ops?.list?.s ?? []).map(fromBase64);
    if (fused.some((operation) => operation !== 'BiasAdd'))
      return unsupported(`convolution fused with ${fused.join(', ')}`);
    const [, strideY = 1, strideX = 1] = (from.attributes.strides?.list?.i ?? []).map(Number);
    const same = fromBase64(from.attributes.padding?.s ?? '') === 'SAME';
    const onnxKernel = depthwise
      ? constant([inputs * outputs, 1, height, width], depthwiseKernel(values, shape))
      : constant([outputs, inputs, height, width], kernel(values, shape));
    return add(
      'Conv',
      [tensor(input), onnxKernel, ...(fused.length > 0 ? [vector(biasName)] : [])],
      {
        strides: [strideY, strideX],
        kernel_shape: [height, width],
        group: depthwise ? inputs : 1,
        auto_pad: same ? 'SAME_UPPER' : 'VALID',
      },
    );
  };
  const vector = (name: string | undefined) => {
    const { values } = weight(name);
    return constant([values.length], Float32Array.from(values));
  };

  const operations: Readonly<Record<string, (from: TfjsNode) => string>> = {
    Placeholder: () => pixels,
    // The model takes 0..1 and multiplies by 255 first; the pixels are 0..255 already.
    Mul: (from) =>
      from.inputs.some((input) => tfjs.nodes.get(input)?.op === 'Placeholder')
        ? pixels
        : elementwise('Mul')(from),
    AddV2: elementwise('Add'),
    Sub: elementwise('Sub'),
    RealDiv: elementwise('Div'),
    Sigmoid: elementwise('Sigmoid'),
    Identity: firstInput,
    // ONNX broadcasts by itself, and GlobalAveragePool keeps the dimensions that TensorFlow's Mean drops and Reshape restores.
    BroadcastTo: firstInput,
    Reshape: firstInput,
    Mean: (from) => add('GlobalAveragePool', [firstInput(from)]),
    _FusedConv2D: (from) => convolution(from, false),
    FusedDepthwiseConv2dNative: (from) => convolution(from, true),
    _FusedMatMul(from) {
      const [input, matrixName, biasName] = from.inputs;
      const { shape, values } = weight(matrixName);
      const flat = add('Flatten', [tensor(input)], { axis: 1 });
      const matrix = constant([...shape].reverse(), transposed(values, shape));
      return add('Gemm', [flat, matrix, vector(biasName)], { transB: 1 });
    },
    Softmax: (from) => add('Softmax', [firstInput(from)], { axis: 1 }),
  };

  return { graph, output: tensor(tfjs.output) };
}

const fromBase64 = (text: string) => Buffer.from(text, 'base64').toString();

function unsupported(what: string): never {
  throw new Error(`cannot convert the model: ${what}`);
}
