import { residentMiB } from './process-stats.ts';
import { median, report } from './report.ts';
import { startSpillway } from './servers.ts';

const ROUNDS = 5;
/** After this the garbage of the start has been collected. */
const SETTLE_MS = 2000;

/** From the command to the first answer, in an empty folder; and the memory of a server with nothing to do. */
export async function benchStart(): Promise<void> {
  const readyMs: number[] = [];
  const idleMiB: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    const server = await startSpillway();
    readyMs.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    idleMiB.push(residentMiB(server.pid));
    await server.stop();
  }
  report('start', [
    `from the command to the first answer   ${Math.round(median(readyMs))} ms (best ${Math.round(Math.min(...readyMs))})`,
    `resident when idle                     ${median(idleMiB)} MiB`,
  ]);
}
