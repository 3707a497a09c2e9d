import { renderMetrics } from '../lib/metrics.ts';

/**
 * The metrics of both threads and of the process. `engineText` is what the engine answered; where both share a thread, it knows those of
 * the gateway already.
 */
export async function metricsPage(engineText: string): Promise<string> {
  const ours = [...renderMetrics()]
    .filter(([name]) => !engineText.includes(`# HELP ${name} `))
    .map(([, text]) => text);
  return [...ours, engineText, await processMetrics()].join('');
}

let registry: Promise<import('prom-client').Registry> | undefined;

/** CPU, memory, event loop of this thread. Loaded by whoever asks first: most servers are never asked. */
async function processMetrics(): Promise<string> {
  registry ??= import('prom-client').then(({ Registry, collectDefaultMetrics }) => {
    const register = new Registry();
    collectDefaultMetrics({ register });
    return register;
  });
  return (await registry).metrics();
}
