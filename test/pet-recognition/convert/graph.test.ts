import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertGraph } from '../../../packages/pet-recognition/src/convert/graph.ts';
import type { TfjsNode } from '../../../packages/pet-recognition/src/convert/tfjs-model.ts';

const input: TfjsNode = { name: 'in', op: 'Placeholder', inputs: [], attributes: {} };
const model = (...nodes: readonly TfjsNode[]) => ({
  nodes: new Map([input, ...nodes].map((node) => [node.name, node])),
  weights: new Map([['factors', { shape: [2, 3], values: new Float32Array(6) }]]),
  output: nodes.at(-1)?.name ?? 'in',
});

test('nodes are converted once, from the output backwards', () => {
  const sigmoid: TfjsNode = { name: 's', op: 'Sigmoid', inputs: ['in'], attributes: {} };
  const unused: TfjsNode = { name: 'u', op: 'Tanh', inputs: ['in'], attributes: {} };
  const sum: TfjsNode = { name: 'out', op: 'AddV2', inputs: ['s', 's'], attributes: {} };
  const { graph, output } = convertGraph(model(unused, sigmoid, sum), 'pixels');
  assert.equal(graph.nodes.length, 2);
  assert.equal(output, 't1');
});

const refused: readonly (readonly [TfjsNode, RegExp])[] = [
  [{ name: 'out', op: 'Tanh', inputs: ['in'], attributes: {} }, /operation Tanh of out/],
  [{ name: 'out', op: 'Sigmoid', inputs: ['gone'], attributes: {} }, /no node is named gone/],
  [{ name: 'out', op: 'Identity', inputs: [], attributes: {} }, /lacks an input/],
  [{ name: 'factors', op: 'Const', inputs: [], attributes: {} }, /constant of shape \[2, 3\]/],
  [{ name: 'out', op: '_FusedMatMul', inputs: ['in', 'gone'], attributes: {} }, /weights.*gone/],
];

for (const [node, message] of refused)
  test(`a model is refused: ${message.source}`, () => {
    assert.throws(() => convertGraph(model(node), 'pixels'), message);
  });
