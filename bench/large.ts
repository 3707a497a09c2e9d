import { request } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { signRequest } from '../src/aws/signature-v4/sign-request.ts';
import { cpuPerOperation, cpuTimes, residentMiB } from './process-stats.ts';
import { report } from './report.ts';
import { startSpillway } from './servers.ts';
import { clientOptions } from './set-up.ts';

const MIB = 1024 ** 2;
const OBJECT_MIB = Number(process.env.BENCH_LARGE_MIB ?? 5 * 1024);
const SAMPLE_MS = 100;

/** The largest object that one PUT may carry, up and down again: how fast, and whether the server's memory stays flat. */
export async function benchLarge(): Promise<void> {
  const server = await startSpillway();
  const s3 = new S3Client({ ...clientOptions(server.port), forcePathStyle: true });
  try {
    await s3.send(new CreateBucketCommand({ Bucket: 'bench' }));
    const idleMiB = residentMiB(server.pid);
    let mostMiB = idleMiB;
    const sampling = setInterval(() => {
      mostMiB = Math.max(mostMiB, residentMiB(server.pid));
    }, SAMPLE_MS);
    const rate = async (run: () => Promise<void>) => {
      const startedAt = performance.now();
      const before = cpuTimes(server.pid);
      await run();
      const seconds = (performance.now() - startedAt) / 1000;
      const usage = cpuPerOperation(before, cpuTimes(server.pid), OBJECT_MIB);
      return `${Math.round(OBJECT_MIB / seconds)} MiB/s   CPU for each MiB: ${usage}`;
    };
    const up = await rate(() => put(server.port));
    const down = await rate(() => get(server.port));
    clearInterval(sampling);
    report(`one object of ${OBJECT_MIB} MiB`, [
      `PUT   ${up}`,
      `GET   ${down}`,
      `resident: ${idleMiB} MiB before, ${mostMiB} MiB at most`,
    ]);
  } finally {
    s3.destroy();
    await server.stop();
  }
}

const put = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const length = { 'content-length': String(OBJECT_MIB * MIB) };
    const upload = request({ ...target(port, 'PUT', length) }, (response) => {
      if (response.statusCode === 200) response.resume().on('end', resolve);
      else reject(new Error(`the PUT was answered with ${response.statusCode}`));
    });
    const chunk = Buffer.alloc(MIB, 'spillway ');
    const chunks = function* () {
      for (let sent = 0; sent < OBJECT_MIB; sent++) yield chunk;
    };
    pipeline(Readable.from(chunks(), { objectMode: false }), upload).catch(reject);
  });

const get = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    request(target(port, 'GET', {}), (response) => {
      pipeline(response, nowhere).then(resolve, reject);
    })
      .on('error', reject)
      .end();
  });

function target(port: number, method: string, more: Record<string, string>) {
  const headers = signRequest(
    {
      method,
      rawPath: '/bench/large.bin',
      rawQuery: '',
      headers: { host: `127.0.0.1:${port}`, ...more },
      payloadHash: 'UNSIGNED-PAYLOAD',
    },
    {
      key: { accessKeyId: 'test', secretAccessKey: 'test' },
      region: 'us-east-1',
      service: 's3',
      nowMs: Date.now(),
    },
  );
  return { port, host: '127.0.0.1', method, path: '/bench/large.bin', headers };
}
