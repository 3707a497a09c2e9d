import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server under load, in a process of its own. */
export interface BenchServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const ROOT = new URL('..', import.meta.url).pathname;

export async function startSpillway(dataDir?: string): Promise<BenchServer> {
  const port = await freePort();
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'spillway-bench-'));
  const child = spawn(
    join(ROOT, 'bin/spillway'),
    ['serve', '--port', String(port), '--data-dir', folder, '--log-level', 'error'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (!text.startsWith('Spillway is ready')) process.stderr.write(text);
  });
  await untilHealthy(port);
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      await ended(child, 'SIGTERM');
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startCeiling(verifier: 'own' | 'plain'): Promise<BenchServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'bench/ceiling-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), VERIFIER: verifier },
  });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return { port, pid: child.pid ?? 0, stop: () => ended(child, 'SIGKILL') };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const START_TRIES_MAX = 500;

async function untilHealthy(port: number): Promise<void> {
  for (let tries = 0; tries < START_TRIES_MAX; tries++) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/_spillway/health`)).ok) return;
    } catch (error) {
      if (tries === START_TRIES_MAX - 1) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
