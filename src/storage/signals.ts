import type { Signals } from './storage.ts';

export function createSignals(): Signals {
  const listeners = new Map<string, Set<() => void>>();
  return {
    on(signal, wake) {
      const set = listeners.get(signal) ?? new Set();
      listeners.set(signal, set);
      set.add(wake);
      return () => {
        set.delete(wake);
        if (set.size === 0 && listeners.get(signal) === set) listeners.delete(signal);
      };
    },
    fire(signal) {
      for (const wake of listeners.get(signal) ?? []) wake();
    },
  };
}
