import { convertGraph } from './graph.ts';
import { model, node } from './onnx.ts';
import { readTfjsModel } from './tfjs-model.ts';

/** Width and height of what the model looks at. */
export const INPUT_PIXELS = 224;
export const CLASS_COUNT = 1000;

/**
 * Converts EfficientNet-B0 from TensorFlow.js to ONNX; takes seconds of CPU and answers 21 MB. The result has
 * - input `pixels`: uint8 [1, 224, 224, 3], RGB, row by row, as an image decoder writes them;
 * - output `probabilities`: float [1, 1000], which sum up to 1.
 */
export async function convertModel(modelJsonPath: string): Promise<Uint8Array> {
  const tfjs = await readTfjsModel(modelJsonPath);
  const { graph, output } = convertGraph(tfjs, 'channels_first');
  const nodes = [
    node('Cast', ['pixels'], 'floats', { to: 1 }),
    node('Transpose', ['floats'], 'channels_first', { perm: [0, 3, 1, 2] }),
    ...graph.nodes,
    node('Identity', [output], 'probabilities'),
  ];
  return model(
    { nodes, initializers: graph.initializers },
    { name: 'pixels', type: 'uint8', shape: [1, INPUT_PIXELS, INPUT_PIXELS, 3] },
    { name: 'probabilities', type: 'float', shape: [1, CLASS_COUNT] },
  );
}
