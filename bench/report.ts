import type { LoadResult } from './load.ts';

/** The value that so large a share of all values does not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One line of figures: medians over the rounds. */
export function row(name: string, results: readonly LoadResult[]): string {
  const of = (pick: (result: LoadResult) => number) => median(results.map(pick));
  const failures = results.reduce((sum, result) => sum + result.failures, 0);
  return [
    name.padEnd(44),
    `${Math.round(of((r) => r.rate))} req/s`.padStart(12),
    `p50 ${of((r) => r.p50Ms).toFixed(1)} ms`.padStart(14),
    `p99 ${of((r) => r.p99Ms).toFixed(1)} ms`.padStart(15),
    failures > 0 ? `   ${failures} FAILED` : '',
  ].join('');
}

export const report = (title: string, rows: readonly string[]) =>
  process.stdout.write(`${title}\n${rows.map((line) => `  ${line}\n`).join('')}`);
