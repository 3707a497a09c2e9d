import { randomBytes } from 'node:crypto';
import { type LoadResult, runLoad } from './load.ts';
import { cpuPerOperation, cpuTimes } from './process-stats.ts';
import { median, report, row } from './report.ts';
import { type RequestSpec, signedMessage } from './requests.ts';
import { type BenchServer, startCeiling, startSpillway } from './servers.ts';
import { createNotifiedBucket } from './set-up.ts';

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 64;
const BODY = randomBytes(1024);
/** More than either gets through in a round. */
const REQUESTS = { ceiling: SECONDS * 35_000, spillway: SECONDS * 15_000 } as const;

/**
 * PUT of 1 KiB with an SQS notification, on disk before the answer, and GET of 1 KiB. Beside it, in the same run and taking turns, the
 * ceiling: a bare server that verifies and hashes the same requests and stores nothing. The figures to quote are the ratios.
 */
export async function benchPut(): Promise<void> {
  const spillway = await startSpillway();
  const ceiling = await startCeiling('own');
  const plain = await startCeiling('plain');
  try {
    await createNotifiedBucket(spillway.port, 'bench');
    const bare = measured(ceiling);
    const plainly = measured(plain);
    const puts = measured(spillway);
    const gets = measured(spillway);
    // The ceiling keeps nothing, so that the same requests do for every round.
    const forCeiling = putSpecs(REQUESTS.ceiling).map(messageTo(ceiling));
    const forPlain = putSpecs(REQUESTS.spillway).map(messageTo(plain));
    for (let round = 0; round < ROUNDS; round++) {
      await bare.run(forCeiling);
      await plainly.run(forPlain);
      const specs = putSpecs(REQUESTS.spillway);
      const stored = await puts.run(specs.map(messageTo(spillway)));
      const paths = specs.slice(0, stored).map(({ path }) => ({ method: 'GET', path }));
      await gets.run(paths.map(messageTo(spillway)));
    }
    report(`PUT and GET of 1 KiB over ${CONNECTIONS} connections`, [
      row('ceiling: verify and hash, store nothing', bare.results),
      row('ceiling that verifies plainly', plainly.results),
      row('PUT with SQS notification, durable', puts.results),
      row('GET', gets.results),
      `CPU for each request: ceiling ${bare.cpu()}`,
      `                      PUT     ${puts.cpu()}`,
      `                      GET     ${gets.cpu()}`,
      ratios('ceiling', puts, gets, bare),
      ratios('plain ceiling', puts, gets, plainly),
    ]);
  } finally {
    await Promise.all([spillway.stop(), ceiling.stop(), plain.stop()]);
  }
}

let serial = 0;
const putSpecs = (length: number): RequestSpec[] =>
  Array.from({ length }, () => ({
    method: 'PUT',
    path: `/bench/uploads/${(serial++ * 2654435761) % 2 ** 32}-${serial}.jpg`,
    body: BODY,
  }));

const messageTo = (server: BenchServer) => (spec: RequestSpec) => signedMessage(server.port, spec);

type Measured = ReturnType<typeof measured>;

function measured(server: BenchServer) {
  const results: LoadResult[] = [];
  const usage: string[] = [];
  return {
    results,
    /** That of the round in the middle. */
    cpu: () => usage[Math.floor(usage.length / 2)] ?? '',
    /** Answers how many requests there was time for. */
    async run(messages: readonly Buffer[]): Promise<number> {
      const before = cpuTimes(server.pid);
      const result = await runLoad(server.port, messages, CONNECTIONS, SECONDS);
      usage.push(cpuPerOperation(before, cpuTimes(server.pid), result.requests));
      results.push(result);
      return result.requests;
    },
  };
}

const ratios = (name: string, puts: Measured, gets: Measured, bare: Measured) =>
  `PUT / ${name} ${ratio(puts, bare, 'rate')}   p99 / its p99 ${ratio(puts, bare, 'p99Ms')}   GET / ${name} ${ratio(gets, bare, 'rate')}`;

const ratio = (a: Measured, b: Measured, figure: 'rate' | 'p99Ms'): string => {
  const of = ({ results }: Measured) => median(results.map((result) => result[figure]));
  return (of(a) / of(b)).toFixed(2);
};
