import type { Storage } from '../storage/storage.ts';
import { perStorage } from './per-storage.ts';

/**
 * What a server does by itself: rounds of its loops, tries of deliveries, batches for functions. Whoever moves the clock waits until there is
 * none. Activity begins in the very turn in which something calls for it, so that between a commit and what it sets going there is no
 * moment without any.
 */
export interface Activity {
  /** How many are under way. */
  readonly active: number;
  /** How many have begun so far: unchanged means that nothing happened in between. */
  readonly begun: number;
}

const states = perStorage(() => ({ active: 0, begun: 0 }));

export const activityOf = (storage: Storage): Activity => states.of(storage);

/** Answers the function that ends it; to be called once. */
export function beginActivity(storage: Storage): () => void {
  const state = states.of(storage);
  state.active++;
  state.begun++;
  return () => {
    state.active--;
  };
}
