import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  depthwiseKernel,
  kernel,
  transposed,
} from '../../../packages/pet-recognition/src/convert/layout.ts';

test('a kernel puts its outputs and inputs before height and width', () => {
  // Each weight is named by its place: height, width, input, output.
  const shape = [2, 1, 2, 3];
  const values = places(shape);
  assert.deepEqual(
    [...kernel(values, shape)],
    [...[1111, 2111, 1121, 2121], ...[1112, 2112, 1122, 2122], ...[1113, 2113, 1123, 2123]],
  );
});

test('a depthwise kernel has one input for each channel and multiplier', () => {
  const shape = [1, 2, 2, 1];
  assert.deepEqual([...depthwiseKernel(places(shape), shape)], [1111, 1211, 1121, 1221]);
});

test('a matrix is transposed', () => {
  assert.deepEqual([...transposed([1, 2, 3, 4, 5, 6], [2, 3])], [1, 4, 2, 5, 3, 6]);
});

test('weights that do not fit their shape are refused', () => {
  assert.throws(() => kernel([1, 2, 3], [1, 1, 2, 2]), /expected 4 weights, found 3/);
  assert.throws(() => kernel([1], [1]), /four dimensions/);
});

/** Values of a tensor that tell where they stand: 2113 is the second row, first column, first input, third output. */
function places(shape: readonly number[]): number[] {
  return shape.reduce<number[]>(
    (outer, size) =>
      outer.flatMap((place) => Array.from({ length: size }, (_, index) => place * 10 + index + 1)),
    [0],
  );
}
