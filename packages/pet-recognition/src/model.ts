import { Worker } from 'node:worker_threads';
import type { ModelRequest, ModelResponse } from './model-worker.ts';
import { RecognitionError } from './recognition-error.ts';

/** The model behind its thread: pixels in, probabilities out. */
export interface Model {
  /** Takes 224 x 224 RGB pixels, answers one probability for each class. */
  classify(pixels: Uint8Array): Promise<Float32Array>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (probabilities: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread at the first photo. It never keeps the process alive unless a photo is waiting. */
export function createModel(): Model {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    return found;
  };
  const failAll = (error: RecognitionError) => {
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./model-worker.ts', import.meta.url));
    let failure: Error | undefined;
    started.on('message', (answer: ModelResponse) => {
      const photo = settle(answer.id);
      if ('error' in answer) photo?.reject(modelFailed(answer.error));
      else photo?.resolve(answer.probabilities);
    });
    started.on('error', (error: Error) => {
      failure = error;
    });
    started.on('exit', () => {
      if (worker !== started) return;
      worker = undefined;
      failAll(modelFailed(failure));
    });
    return started;
  };

  return {
    classify(pixels) {
      worker ??= start();
      const id = ++lastId;
      const request: ModelRequest = { id, pixels };
      worker.ref();
      worker.postMessage(request);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    async close() {
      const ending = worker;
      worker = undefined;
      failAll(new RecognitionError('Closed', 'the recogniser was closed'));
      await ending?.terminate();
    },
  };
}

const modelFailed = (cause: Error | undefined) =>
  new RecognitionError('ModelFailed', `the model failed: ${cause?.message ?? 'its thread ended'}`, {
    cause,
  });
