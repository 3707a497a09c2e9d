import type { Cancel, Clock } from '../../../lib/clock.ts';
import type { ProcessExit } from './error-payload.ts';
import { type FunctionProcess, startFunctionProcess } from './function-process.ts';
import { MEMORY_POLL_MS } from './limits.ts';
import { processTreeMemory } from './process-memory.ts';
import { openRuntimeApi, type RuntimeEvent, type RuntimeMessage } from './runtime-api.ts';

/** Why we ended a process; a process that ends by itself has none. */
export type KillCause = 'timeout' | 'memory' | 'ended';

export type SessionMessage =
  | RuntimeMessage
  | { readonly kind: 'exit'; readonly exit: ProcessExit; readonly cause: KillCause | undefined };

/** One process and its Runtime API, from start to exit. */
export interface RuntimeSession {
  /**
   * The next thing that happens: what the runtime says, then, last and once, its exit. Whatever ends the process,
   * a time limit included, shows as that exit: there is one order of events and nothing races.
   */
  message(): Promise<SessionMessage>;
  deliver(event: RuntimeEvent): void;
  /** Kills the process when it holds more than `bytesMax`, looking every so often until `rest`. */
  watchMemory(bytesMax: number): void;
  rest(): void;
  /** The most memory seen so far, in bytes. */
  peakMemory(): number;
  kill(cause: KillCause): void;
  /** Kills what is left, and resolves when it is gone. */
  end(): Promise<void>;
  readonly hasExited: boolean;
}

export interface SessionOptions {
  readonly wallClock: Clock;
  readonly directory: string;
  readonly fileMbMax: number;
  readonly command: readonly string[];
  readonly environment: (runtimeApi: string) => Readonly<Record<string, string>>;
  readonly onOutput: (chunk: Uint8Array) => void;
}

export async function startRuntimeSession(options: SessionOptions): Promise<RuntimeSession> {
  const mailbox = createMailbox();
  const api = await openRuntimeApi(mailbox.put);
  const { wallClock } = options;
  let cause: KillCause | undefined;
  let hasExited = false;
  let memoryBytes = 0;
  let stopWatching: Cancel = () => undefined;

  const start = (): FunctionProcess => {
    try {
      return startFunctionProcess({ ...options, environment: options.environment(api.address) });
    } catch (error) {
      api.close();
      throw error;
    }
  };
  const process = start();
  const gone = process.exited
    .then((exit) => mailbox.put({ kind: 'exit', exit, cause }), mailbox.fail)
    .finally(() => {
      hasExited = true;
      stopWatching();
      api.close();
    });

  const kill = (why: KillCause) => {
    cause ??= why;
    process.kill();
  };
  const measure = () => {
    const bytes = processTreeMemory(process.pid);
    memoryBytes = Math.max(memoryBytes, bytes);
    return bytes;
  };

  return {
    message: mailbox.take,
    deliver: api.deliver,
    watchMemory(bytesMax) {
      stopWatching();
      const look = () => {
        stopWatching = wallClock.at(wallClock.now() + MEMORY_POLL_MS, look);
        if (measure() > bytesMax) kill('memory');
      };
      stopWatching = wallClock.at(wallClock.now() + MEMORY_POLL_MS, look);
    },
    rest: () => stopWatching(),
    peakMemory() {
      if (!hasExited) measure();
      return memoryBytes;
    },
    kill,
    async end() {
      kill('ended');
      await gone;
    },
    get hasExited() {
      return hasExited;
    },
  };
}

/** A queue with one reader. The protocol bounds it: a runtime that speaks out of turn is refused. */
function createMailbox() {
  const messages: Promise<SessionMessage>[] = [];
  let reader: ((message: Promise<SessionMessage>) => void) | undefined;
  const post = (message: Promise<SessionMessage>) => {
    if (!reader) return void messages.push(message);
    reader(message);
    reader = undefined;
  };
  return {
    put: (message: SessionMessage) => post(Promise.resolve(message)),
    fail(error: unknown) {
      const failure = Promise.reject(error);
      // It is the reader's to handle, who may come later or, when the environment ends first, never.
      failure.catch(() => undefined);
      post(failure);
    },
    take: () =>
      new Promise<SessionMessage>((resolve) => {
        const message = messages.shift();
        if (message) resolve(message);
        else reader = resolve;
      }),
  };
}
