import { runLoop } from '../services/background-loop.ts';
import type { Platform } from '../services/context.ts';
import {
  completeDueRestores,
  nextRestoreDue,
  RESTORES_SIGNAL,
} from '../services/s3/due-restores.ts';
import { runJournalSweeps } from '../services/spillway/sweep-journal.ts';
import { watchWiring } from '../services/spillway/watch-wiring.ts';
import { runMessageSweeps } from '../services/sqs/run-message-sweeps.ts';
import { runMoveTasks } from '../services/sqs/run-move-tasks.ts';
import { destinations } from './destinations/index.ts';
import { createRelay } from './relay.ts';
import { runArchiveSweeps } from './sources/archive-sweeps.ts';
import { runPackageSweeps } from './sources/package-sweeps.ts';
import { runReplays } from './sources/replays.ts';
import { runSchedules } from './sources/schedules.ts';
import { runSqsPollers } from './sources/sqs-poller.ts';

/** Everything that runs by itself: the relay, and the loops that poll, sweep or keep a schedule. */
export interface Delivery {
  start(): void;
  stop(): Promise<void>;
}

/** A loop that runs until it is told to stop. */
export type Source = (platform: Platform, stop: AbortSignal) => Promise<void>;

const sources: readonly Source[] = [
  runMessageSweeps,
  runMoveTasks,
  runRestores,
  runSchedules,
  runReplays,
  runArchiveSweeps,
  runJournalSweeps,
  watchWiring,
  runSqsPollers,
  runPackageSweeps,
];

export function createDelivery(platform: Platform): Delivery {
  const relay = createRelay(platform, destinations);
  const stop = new AbortController();
  let running: Promise<void>[] = [];
  return {
    start() {
      relay.start();
      running = sources.map((source) => source(platform, stop.signal));
    },
    async stop() {
      stop.abort();
      await Promise.all([relay.stop(), ...running]);
    },
  };
}

const RESTORES_INTERVAL_MS = 60_000;

/** Restores from archive storage classes come to their end, and later the restored copies to theirs. */
function runRestores(platform: Platform, stop: AbortSignal): Promise<void> {
  const loop = {
    name: 'completing restores',
    wokenBy: RESTORES_SIGNAL,
    intervalMs: RESTORES_INTERVAL_MS,
    async round() {
      await completeDueRestores(platform);
      return nextRestoreDue(platform);
    },
  };
  return runLoop(platform, loop, stop);
}
