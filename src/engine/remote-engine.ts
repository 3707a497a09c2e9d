import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Call } from '../services/dispatch.ts';
import type { Credential } from '../services/identity.ts';
import type { Engine } from './engine.ts';
import type { EngineOptions } from './local-engine.ts';
import { createOutbox } from './outbox.ts';
import { fromWire, type WireError } from './wire-error.ts';

/** What travels between the two threads: many questions or answers in one message. */
export type Question = { readonly id: number } & (
  | { readonly ask: 'call'; readonly call: Call }
  | { readonly ask: 'credential'; readonly accessKeyId: string }
  | { readonly ask: 'interrupt' }
  | { readonly ask: 'rest' }
  | { readonly ask: 'close' }
);
export type Answer = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly error: WireError }
);
export type Started =
  | { readonly started: true }
  | { readonly failed: string; readonly hint: string | undefined };

/** The sources are `.ts`, the build is `.js`. */
const THREAD = new URL(`./engine-thread${extname(import.meta.filename)}`, import.meta.url);

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The engine on a thread of its own. Questions that arise in one turn of the event loop cross together (`outbox.ts`), and so do the
 * answers that one commit sets free.
 */
export async function startRemoteEngine(
  options: EngineOptions,
  onDeath: (error: Error) => void,
): Promise<Engine> {
  const worker = new Worker(THREAD, { workerData: options });
  await started(worker);
  const pending = new Map<number, Pending>();
  const put = createOutbox<Question>((questions) => worker.postMessage(questions));
  let last = 0;
  let closing = false;

  const ask = (question: DistributiveOmit<Question, 'id'>) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      pending.set(id, { resolve, reject });
      put({ ...question, id } as Question);
    });
  worker.on('message', (answers: Answer[]) => {
    for (const reply of answers) {
      const waiting = pending.get(reply.id);
      pending.delete(reply.id);
      if ('error' in reply) waiting?.reject(fromWire(reply.error));
      else waiting?.resolve(reply.value);
    }
  });
  const died = (error: Error) => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    if (!closing) onDeath(error);
  };
  worker.on('error', died);
  worker.on('exit', (code) => died(new Error(`the engine thread ended with code ${code}`)));

  return {
    call: (call) => ask({ ask: 'call', call }),
    credential: (accessKeyId) =>
      ask({ ask: 'credential', accessKeyId }) as Promise<Credential | undefined>,
    interrupt() {
      worker.postMessage([{ id: 0, ask: 'interrupt' } satisfies Question]);
    },
    async rest() {
      await ask({ ask: 'rest' });
    },
    async close() {
      closing = true;
      await ask({ ask: 'close' });
      await worker.terminate();
    },
  };
}

type DistributiveOmit<T, K extends keyof never> = T extends unknown ? Omit<T, K> : never;

function started(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: Started) => {
      worker.off('error', reject);
      if ('started' in message) resolve();
      else reject(Object.assign(new Error(message.failed), { hint: message.hint }));
    });
  });
}
