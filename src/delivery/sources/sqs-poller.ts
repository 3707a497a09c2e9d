import { runLoop } from '../../services/background-loop.ts';
import type { Platform } from '../../services/context.ts';
import {
  EVENT_SOURCE_MAPPINGS_SIGNAL,
  type EventSourceMappingRow,
  enabledEventSourceMappings,
} from '../../storage/tables/event-source-mappings.ts';
import { mappingSignal, pollMapping } from './poll-mapping.ts';

const INTERVAL_MS = 60_000;

interface Polling {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Keeps one poller for each event source mapping that is switched on, as the database says it:
 * those that were made while this server was down, or by another one, are found like all others.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export async function runSqsPollers(platform: Platform, stop: AbortSignal): Promise<void> {
  const { storage, log } = platform;
  const pollers = new Map<string, Polling>();
  const start = (mapping: EventSourceMappingRow) => {
    const { uuid } = mapping;
    const controller = new AbortController();
    const ended = pollMapping(platform, mapping, controller.signal)
      .catch((error) => log.error({ err: error, mapping: uuid }, 'a poller ended unexpectedly'))
      .finally(() => {
        pollers.delete(uuid);
        // Switched on again while it was ending: somebody has to look.
        if (!stop.aborted) storage.signals.fire(EVENT_SOURCE_MAPPINGS_SIGNAL);
      });
    pollers.set(uuid, { stop: controller, ended });
  };
  const round = async () => {
    const enabled = await storage.read(enabledEventSourceMappings);
    const wanted = new Set(enabled.map(({ uuid }) => uuid));
    for (const [uuid, poller] of pollers) if (!wanted.has(uuid)) poller.stop.abort();
    for (const mapping of enabled) {
      if (pollers.has(mapping.uuid)) storage.signals.fire(mappingSignal(mapping.uuid));
      else start(mapping);
    }
    return undefined;
  };
  const loop = {
    name: 'keeping pollers',
    wokenBy: EVENT_SOURCE_MAPPINGS_SIGNAL,
    intervalMs: INTERVAL_MS,
    round,
  };
  await runLoop(platform, loop, stop);
  for (const poller of pollers.values()) poller.stop.abort();
  await Promise.all([...pollers.values()].map(({ ended }) => ended));
}
