import { parentPort, workerData } from 'node:worker_threads';
import { AwsError } from '../aws/error.ts';
import type { Engine } from './engine.ts';
import { type EngineOptions, startLocalEngine } from './local-engine.ts';
import { createOutbox } from './outbox.ts';
import type { Answer, Question, Started } from './remote-engine.ts';
import { toWire } from './wire-error.ts';

/** The other side of `remote-engine.ts`: runs a local engine on this thread and answers the questions put to it. */
const port = parentPort;
if (!port) throw new Error('engine-thread.ts runs as a worker thread only');

const reply = createOutbox<Answer>((answers) => port.postMessage(answers));

function answer(engine: Engine, question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'call':
      return engine.call(question.call);
    case 'credential':
      return engine.credential(question.accessKeyId);
    case 'interrupt':
      return Promise.resolve(engine.interrupt());
    case 'rest':
      return engine.rest();
    case 'close':
      return engine.close();
  }
}

try {
  const engine = await startLocalEngine(workerData as EngineOptions);
  port.on('message', (questions: Question[]) => {
    for (const question of questions) {
      answer(engine, question).then(
        (value) => reply({ id: question.id, value }),
        (error) => reply({ id: question.id, error: toWire(asAwsError(error)) }),
      );
    }
  });
  port.postMessage({ started: true });
} catch (error) {
  const { message, hint } = error as { message?: string; hint?: string };
  port.postMessage({ failed: message ?? String(error), hint } satisfies Started);
}

/** The engine has logged everything else already. */
const asAwsError = (error: unknown) =>
  error instanceof AwsError
    ? error
    : new AwsError('InternalError', 'Internal error', { status: 500 });
