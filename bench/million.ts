import { rateOf, scatteredKey, startInProcess } from './in-process-engine.ts';
import { percentile, report } from './report.ts';

const FEW = 1000;
const MANY = Number(process.env.BENCH_OBJECTS ?? 1_000_000);
const PUTS = 20_000;
const LISTINGS = 200;
const CONCURRENCY = 64;

/** Whether the store becomes slower with what it holds: PUTs into few and into many objects, and listings of a thousand among them. */
export async function benchMillion(): Promise<void> {
  const engine = await startInProcess();
  try {
    await engine.call('s3', 'CreateBucket', { Bucket: 'bench' });
    let stored = 0;
    const put = async (operations: number, concurrency: number) => {
      const first = stored;
      stored += operations;
      return rateOf(operations, concurrency, (index) =>
        engine.put('bench', scatteredKey(first + index)),
      );
    };
    const list = async () => {
      const times: number[] = [];
      for (let listing = 0; listing < LISTINGS; listing++) {
        const StartAfter = scatteredKey(listing * 7919);
        const startedAt = performance.now();
        await engine.call('s3', 'ListObjectsV2', { Bucket: 'bench', StartAfter, MaxKeys: 1000 });
        times.push(performance.now() - startedAt);
      }
      return times;
    };
    await put(FEW, CONCURRENCY);
    const few = await put(PUTS, CONCURRENCY);
    await put(MANY - stored, CONCURRENCY * 4);
    const many = await put(PUTS, CONCURRENCY);
    const listings = await list();
    report(`the engine alone, ${CONCURRENCY} at a time, keys in no order`, [
      `PUTs of 1 KiB beside ${FEW} objects           ${Math.round(few)}/s`,
      `PUTs of 1 KiB beside ${MANY} objects        ${Math.round(many)}/s   (${(many / few).toFixed(2)} of that)`,
      `a listing of 1000 keys among them          p50 ${percentile(listings, 0.5).toFixed(1)} ms   p99 ${percentile(listings, 0.99).toFixed(1)} ms`,
    ]);
  } finally {
    await engine.close();
  }
}
