import { WIRING_SIGNAL } from '../../storage/tables/notification-configurations.ts';
import { runLoop } from '../background-loop.ts';
import type { Platform } from '../context.ts';
import { findWarnings } from './warnings.ts';

/**
 * How often to look although nothing was changed: functions may have been seen to write elsewhere
 * meanwhile.
 */
const INTERVAL_MS = 15 * 60_000;
/** Warnings remembered, so that each is logged once. */
const TOLD_MAX = 1000;

/** Logs a configuration that can feed itself when it is made, or when it turns out to be one. */
export function watchWiring(platform: Platform, stop: AbortSignal): Promise<void> {
  const told = new Set<string>();
  const loop = {
    name: 'looking for loops',
    wokenBy: WIRING_SIGNAL,
    intervalMs: INTERVAL_MS,
    async round() {
      const { storage, clock, log } = platform;
      const warnings = await storage.read((reader) => findWarnings(reader, clock.now()));
      for (const { source, text } of warnings) {
        if (told.has(text) || told.size >= TOLD_MAX) continue;
        told.add(text);
        log.warn({ source }, `this configuration can feed itself: ${text}`);
      }
      return undefined;
    },
  };
  return runLoop(platform, loop, stop);
}
