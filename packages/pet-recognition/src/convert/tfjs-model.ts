import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * A TensorFlow.js graph model: `model.json` with the nodes, and the weights as one run of numbers cut into shard files.
 * Tensors are laid out as TensorFlow does: height, width, channels.
 */
export interface TfjsModel {
  readonly nodes: ReadonlyMap<string, TfjsNode>;
  readonly weights: ReadonlyMap<string, Weight>;
  readonly output: string;
}

export interface TfjsNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, TfjsAttribute>>;
}

/** As TensorFlow writes them: strings in base64, integers as strings. */
export interface TfjsAttribute {
  readonly s?: string;
  readonly list?: { readonly s?: readonly string[]; readonly i?: readonly string[] };
}

export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** Loads `model.json` and the shards beside it. Throws when they do not fit together. */
export async function readTfjsModel(path: string): Promise<TfjsModel> {
  const file = JSON.parse(await readFile(path, 'utf8')) as ModelFile;
  const [output] = Object.values(file.signature.outputs);
  if (!output) throw new Error(`${path} names no output`);
  return {
    nodes: new Map(file.modelTopology.node.map((node) => [node.name, readNode(node)])),
    weights: await readWeights(file, dirname(path)),
    output: tensorName(output.name),
  };
}

interface ModelFile {
  readonly signature: { readonly outputs: Readonly<Record<string, { readonly name: string }>> };
  readonly modelTopology: { readonly node: readonly NodeEntry[] };
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly WeightEntry[];
  }[];
}

interface NodeEntry {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, TfjsAttribute>>;
}

interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
}

const readNode = ({ name, op, input = [], attr = {} }: NodeEntry): TfjsNode => ({
  name,
  op,
  inputs: input.map(tensorName),
  attributes: attr,
});

/** `name:0` is the first output of a node, and every node here has one only. */
const tensorName = (reference: string) => reference.replace(/:0$/, '');

const BYTES_PER_NUMBER = 4;

async function readWeights(file: ModelFile, folder: string): Promise<Map<string, Weight>> {
  const paths = file.weightsManifest.flatMap((group) => group.paths);
  const content = Buffer.concat(
    await Promise.all(paths.map((path) => readFile(join(folder, path)))),
  );
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const { name, shape, dtype } of file.weightsManifest.flatMap((group) => group.weights)) {
    const end = offset + shape.reduce((product, size) => product * size, 1) * BYTES_PER_NUMBER;
    weights.set(name, { shape, values: numbers(content.subarray(offset, end), dtype) });
    offset = end;
  }
  if (offset !== content.length)
    throw new Error(`weights: expected ${offset} bytes, found ${content.length}`);
  return weights;
}

/** A view, little-endian as on every machine that Node runs on. */
function numbers({ buffer, byteOffset, length }: Buffer, dtype: string): Weight['values'] {
  const count = length / BYTES_PER_NUMBER;
  if (dtype === 'float32') return new Float32Array(buffer, byteOffset, count);
  if (dtype === 'int32') return new Int32Array(buffer, byteOffset, count);
  throw new Error(`weights of type ${dtype} are not supported`);
}
