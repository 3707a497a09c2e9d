import { randomBytes, randomFillSync, randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';

/**
 * The only source of identity and randomness, so that a seeded one can replay a run exactly.
 */
export interface Ids {
  /** A random UUID, as AWS uses for message, event and request ids. */
  uuid(): string;
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
  /** A uniform number in [0, 1): backoff jitter and the like. */
  random(): number;
  /**
   * A strictly increasing integer below 2^53 that starts with the time: row ids, sequencers and sequence numbers.
   * Larger always means later, across restarts too (see `advancePast`).
   */
  sequence(): number;
  /** Makes later `sequence()` numbers greater than `seen`: called at start with the largest stored one. */
  advancePast(seen: number): void;
}

/** Sequence numbers per millisecond: 2^53 / 2048 ms lasts until the year 2109. */
const SEQUENCES_PER_MS = 2048;

/** The smallest number that `sequence()` gives out at that time: ids of rows are a time as well. */
export const firstSequenceAt = (atMs: number): number => atMs * SEQUENCES_PER_MS;

export function createIds(
  clock: Pick<Clock, 'now'>,
  randomness: Randomness = systemRandomness,
): Ids {
  let last = 0;
  return {
    ...randomness,
    sequence() {
      last = Math.max(last + 1, clock.now() * SEQUENCES_PER_MS);
      return last;
    },
    advancePast(seen) {
      last = Math.max(last, seen);
    },
  };
}

/** Drawn at once: a call to the system costs more than the few bytes that an id needs. */
const POOL_BYTES = 8192;

type Randomness = Pick<Ids, 'uuid' | 'bytes' | 'random'>;

const systemRandomness: Randomness = {
  uuid: () => randomUUID(),
  bytes: pooledRandomBytes(),
  random: () => randomBytes(4).readUInt32BE() / 2 ** 32,
};

function pooledRandomBytes(): Randomness['bytes'] {
  const pool = new Uint8Array(POOL_BYTES);
  let used = POOL_BYTES;
  return (length) => {
    if (length > POOL_BYTES) return randomBytes(length);
    if (used + length > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    used += length;
    return pool.slice(used - length, used);
  };
}

/** Reproducible randomness (mulberry32): the same seed gives the same ids. For tests only; nothing secret may use it. */
export function seededRandomness(seed: number): Randomness {
  let state = seed | 0;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const uuid = () => {
    const hex = Buffer.from(bytes(16)).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  return { random, bytes, uuid };
}
