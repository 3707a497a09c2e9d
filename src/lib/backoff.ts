/**
 * Exponential backoff with full jitter on its upper half: the wait before try `attempt + 1`, in milliseconds. `random` is uniform in [0, 1).
 */
export interface Backoff {
  readonly firstMs: number;
  readonly factor: number;
  readonly maxMs: number;
}

export function backoffMs(backoff: Backoff, attempt: number, random: number): number {
  const full = Math.min(backoff.firstMs * backoff.factor ** (attempt - 1), backoff.maxMs);
  return Math.round(full / 2 + (full / 2) * random);
}
