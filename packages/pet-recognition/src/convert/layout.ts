/**
 * TensorFlow stores weights with the channels last, ONNX with the channels first. Each function returns a copy in the
 * other order.
 */

/** A convolution's kernel: [height, width, in, out] to [out, in, height, width]. */
export const kernel = (values: ArrayLike<number>, shape: readonly number[]): Float32Array => {
  const [height, width, inputs, outputs] = fourOf(shape);
  return permuted(values, [outputs, inputs, height, width], (o, i, y, x) => {
    return ((y * width + x) * inputs + i) * outputs + o;
  });
};

/** A depthwise kernel: [height, width, channel, multiplier] to [channel x multiplier, 1, height, width]. */
export const depthwiseKernel = (
  values: ArrayLike<number>,
  shape: readonly number[],
): Float32Array => {
  const [height, width, channels, multiplier] = fourOf(shape);
  const outputs = channels * multiplier;
  return permuted(values, [outputs, 1, height, width], (o, _, y, x) => {
    return (y * width + x) * outputs + o;
  });
};

/** A matrix: [rows, columns] to [columns, rows]. */
export function transposed(values: ArrayLike<number>, shape: readonly number[]): Float32Array {
  const [rows = 0, columns = 0] = shape;
  return permuted(values, [columns, rows, 1, 1], (column, row) => row * columns + column);
}

type Four = readonly [number, number, number, number];

function fourOf(shape: readonly number[]): Four {
  if (shape.length !== 4) throw new Error(`expected four dimensions, found [${shape.join(', ')}]`);
  return shape as unknown as Four;
}

/** Fills an array of the given shape, in its own order, from the index that `source` names for each place. */
function permuted(
  values: ArrayLike<number>,
  [a, b, c, d]: Four,
  source: (i: number, j: number, k: number, l: number) => number,
): Float32Array {
  const out = new Float32Array(a * b * c * d);
  if (out.length !== values.length)
    throw new Error(`expected ${out.length} weights, found ${values.length}`);
  let at = 0;
  for (let i = 0; i < a; i++)
    for (let j = 0; j < b; j++)
      for (let k = 0; k < c; k++)
        for (let l = 0; l < d; l++) out[at++] = values[source(i, j, k, l)] ?? 0;
  return out;
}
