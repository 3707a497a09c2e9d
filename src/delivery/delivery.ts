import type { Platform } from '../services/context.ts';
import { destinations } from './destinations/index.ts';
import { createRelay } from './relay.ts';

/** Everything that runs by itself: the relay, and the sources that poll or keep a schedule. */
export interface Delivery {
  start(): void;
  stop(): Promise<void>;
  /** Tries under way now. */
  active(): number;
}

export function createDelivery(platform: Platform): Delivery {
  const relay = createRelay(platform, destinations);
  return {
    start: () => relay.start(),
    stop: () => relay.stop(),
    active: () => relay.active(),
  };
}
