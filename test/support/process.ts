import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The real command, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it wrote to standard error so far. */
  output(): string;
  /** Ends it with this signal; answers its exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ServerProcessOptions {
  readonly dataDir: string;
  /** A free one when left out. */
  readonly port?: number;
  readonly args?: readonly string[];
  readonly environment?: Record<string, string>;
}

const READY = /Spillway is ready at (\S+)/;

/** Starts `spillway serve`; rejects with what it wrote when it ends before it is ready. */
export async function startProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const args = [
    'serve',
    '--port',
    String(port),
    '--data-dir',
    options.dataDir,
    ...(options.args ?? []),
  ];
  const child = spawn(join(ROOT, 'bin/spillway'), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...options.environment },
  });
  let written = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const ready = READY.exec(written)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${written}`)));
  });
  return { url, pid: child.pid ?? 0, output: () => written, end: (signal) => end(child, signal) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = await exited;
  return code;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
