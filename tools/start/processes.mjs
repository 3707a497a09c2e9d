import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../install.mjs';

const RESTART_MS = 1_000;
/** A process that ends so soon so often will not stay. */
const SHORT_LIFE_MS = 10_000;
const SHORT_LIVES_MAX = 5;
/** What a process ends with when it cannot do what it was told: trying again would not help. */
const BAD_USAGE = 2;
const END_MS_MAX = 15_000;
const READY = /^Spillway is ready at (\S+)/m;

/**
 * The processes of `npm start`. Those that are to stay are started again when they end. None
 * outlives this process, however it ends: each is told by a closed pipe.
 */
export class Processes {
  /** Rejects when a process will not stay. */
  failed;
  ending = false;
  #fail;
  /** In the order of their start; they are ended in the opposite order, the server last. */
  #children = new Map();

  constructor() {
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => undefined);
  }

  /** Resolves with the server's address once it serves. */
  startServer(command, args) {
    let port = [];
    const neverServed = () => port.length === 0;
    return new Promise((resolve, reject) => {
      this.failed.catch(reject);
      this.#keep(
        'server',
        () => {
          const child = this.#spawn(command, ['serve', ...args, ...port], process.env, [
            'ignore',
            'inherit',
            'pipe',
          ]);
          endWithThisProcess(child);
          let ready = false;
          child.stderr.setEncoding('utf8').on('data', (text) => {
            const url = ready ? undefined : READY.exec(text)?.[1];
            if (url === undefined) process.stderr.write(text);
            else resolve(url);
            // Started again, it is where it was, also when any free port was good at first.
            if (url !== undefined) port = ['--port', new URL(url).port];
            ready ||= url !== undefined;
          });
          return child;
        },
        neverServed,
      );
    });
  }

  /** Keeps a process of Node.js running. */
  keep(name, node, args, environment) {
    this.#keep(name, () =>
      this.#spawn(node, args, environment, ['ignore', 'inherit', 'inherit', 'ipc']),
    );
  }

  /** Runs a process to its end; rejects unless that is 0. */
  async run(name, node, args, environment) {
    const child = this.#spawn(node, args, environment, ['ignore', 'inherit', 'inherit', 'ipc']);
    this.#children.set(name, child);
    const [code] = await once(child, 'exit');
    this.#children.delete(name);
    if (code !== 0) throw new Error(`${name} failed`);
  }

  /** Ends them one after the other, the last one first. */
  async end() {
    this.ending = true;
    for (const child of [...this.#children.values()].reverse()) await endProcess(child);
  }

  /** `hopeless` tells, when it has ended, whether it would only end again. */
  #keep(name, start, hopeless = () => false) {
    let shortLives = 0;
    const live = async () => {
      while (!this.ending) {
        const startedAt = performance.now();
        const child = start();
        this.#children.set(name, child);
        const [code, signal] = await once(child, 'exit');
        if (this.ending) return;
        if (code === BAD_USAGE || hopeless()) throw new Error(`The ${name} could not start.`);
        shortLives = performance.now() - startedAt < SHORT_LIFE_MS ? shortLives + 1 : 1;
        if (shortLives >= SHORT_LIVES_MAX) throw new Error(`The ${name} does not stay.`);
        process.stderr.write(`The ${name} ended (${signal ?? code}); it is started again.\n`);
        await sleep(RESTART_MS);
      }
    };
    live().catch((error) => this.#fail(error));
  }

  /**
   * In a group of its own: Ctrl-C reaches this process alone, which then ends the others in their
   * order.
   */
  #spawn(command, args, env, stdio) {
    return spawn(command, args, { cwd: ROOT, env, stdio, detached: true });
  }
}

/**
 * The server knows nothing of who started it, so a shell waits for the end of a pipe that only this
 * process holds.
 */
function endWithThisProcess(child) {
  const script = `read _; kill -TERM ${child.pid} 2>/dev/null`;
  const watch = spawn('sh', ['-c', script], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  child.once('exit', () => watch.kill('SIGKILL'));
}

async function endProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS_MAX);
  await exited;
  clearTimeout(late);
}
