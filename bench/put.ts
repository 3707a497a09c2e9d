import { randomBytes } from 'node:crypto';
import { type LoadResult, runLoad } from './load.ts';
import { median, report, row } from './report.ts';
import { type RequestSpec, signedMessage } from './requests.ts';
import { type BenchServer, startCeiling, startSpillway } from './servers.ts';
import { createNotifiedBucket } from './set-up.ts';

/**
 * PUT of 1 KiB with an SQS notification, 64 connections, on disk before the answer; and GET of 1 KiB. Beside it, in the same run and taking
 * turns, the ceiling: a bare server that verifies and hashes the same requests and stores nothing. The figures to quote are the ratios.
 *
 *     node bench/put.ts [rounds] [seconds]
 */
const ROUNDS = Number(process.argv[2] ?? 5);
const SECONDS = Number(process.argv[3] ?? 4);
const CONNECTIONS = 64;
const BODY = randomBytes(1024);
/** More than any of the servers gets through in a round. */
const REQUESTS = SECONDS * 8000;

let serial = 0;
const puts = (): RequestSpec[] =>
  Array.from({ length: REQUESTS }, () => ({
    method: 'PUT',
    path: `/bench/uploads/${(serial++ * 2654435761) % 2 ** 32}-${serial}.jpg`,
    body: BODY,
  }));

const message = (server: BenchServer) => (spec: RequestSpec) => signedMessage(server.port, spec);

const spillway = await startSpillway();
const ceiling = await startCeiling();
try {
  await createNotifiedBucket(spillway.port, 'bench');
  const ours: LoadResult[] = [];
  const bare: LoadResult[] = [];
  const gets: LoadResult[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await runLoad(ceiling.port, puts().map(message(ceiling)), CONNECTIONS, SECONDS));
    const specs = puts();
    const put = await runLoad(spillway.port, specs.map(message(spillway)), CONNECTIONS, SECONDS);
    ours.push(put);
    const stored = specs.slice(0, put.requests).map(({ path }) => ({ method: 'GET', path }));
    gets.push(await runLoad(spillway.port, stored.map(message(spillway)), CONNECTIONS, SECONDS));
  }
  report('PUT 1 KiB with SQS notification, 64 connections', [
    row('ceiling: verify and hash, store nothing', bare),
    row('spillway: durable', ours),
    row('spillway: GET 1 KiB', gets),
  ]);
  const rate = (results: typeof ours) => median(results.map((result) => result.rate));
  const p99 = (results: typeof ours) => median(results.map((result) => result.p99Ms));
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  process.stdout.write(
    `PUT / ceiling ${ratio(rate(ours), rate(bare))}   p99 / ceiling's ${ratio(p99(ours), p99(bare))}   GET / ceiling ${ratio(rate(gets), rate(bare))}\n`,
  );
} finally {
  await Promise.all([spillway.stop(), ceiling.stop()]);
}
