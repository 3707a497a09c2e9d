import type { Storage } from '../storage/storage.ts';

/**
 * State in memory about what is in one storage, and lost with it: several servers may run in one
 * process.
 */
export interface PerStorage<State> {
  of(storage: Storage): State;
  /** Starts anew: what holds the old state still writes into that. */
  reset(storage: Storage): void;
}

export function perStorage<State>(create: () => State): PerStorage<State> {
  const states = new WeakMap<Storage, State>();
  return {
    of(storage) {
      const known = states.get(storage);
      if (known !== undefined) return known;
      const state = create();
      states.set(storage, state);
      return state;
    },
    reset(storage) {
      states.delete(storage);
    },
  };
}
