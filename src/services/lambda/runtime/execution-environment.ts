import { mkdir, rm } from 'node:fs/promises';
import type { Clock } from '../../../lib/clock.ts';
import type {
  FunctionCredentials,
  FunctionSpec,
  Invocation,
  InvokeOutcome,
  LogLine,
} from './function-spec.ts';
import { createInvocationLog, initLine, reportLine } from './invocation-log.ts';
import { type Ending, environmentEnded, invocationResult } from './invocation-result.ts';
import { INIT_MS_MAX, SETTLE_MS_MAX } from './limits.ts';
import { EntrypointError, type Machine } from './machine.ts';
import { killMarked } from './marked-processes.ts';
import { processEnvironment } from './process-environment.ts';
import { type RuntimeSession, startRuntimeSession } from './runtime-session.ts';
import { launchCommand, RUNTIME_DIRECTORY } from './runtimes.ts';

export type CredentialSource = () => Promise<FunctionCredentials>;

/**
 * A place where one revision of a function runs: a scratch directory, a log stream and, most of the time, a warm
 * process. It takes one invocation at a time. After a time-out or a crash the process is gone; directory and stream
 * stay, and the next invocation starts a process anew, within its own time limit.
 *
 * Deviation from AWS: between invocations the process is not frozen; an init phase that failed with an error is not
 * run a second time before its error is answered.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export interface ExecutionEnvironment {
  readonly spec: FunctionSpec;
  /** Rejects only when the function could not be run through no fault of its own. */
  invoke(invocation: Invocation, credentials: CredentialSource): Promise<InvokeOutcome>;
  /** Resolves when the last invocation is over for the process too, and another may come. */
  settled(): Promise<void>;
  /** Kills the process and removes the directory. An invocation still in it rejects. */
  end(): Promise<void>;
}

export interface ExecutionEnvironmentOptions {
  readonly spec: FunctionSpec;
  readonly machine: Machine;
  readonly endpointUrl: string;
  readonly scratchDirectory: string;
  readonly logStream: string;
  /** The platform's time: log lines and credentials. */
  readonly clock: Clock;
  /** The process's time: limits, deadlines and durations. */
  readonly wallClock: Clock;
  readonly onLog: (line: LogLine) => void;
}

export function createExecutionEnvironment(
  options: ExecutionEnvironmentOptions,
): ExecutionEnvironment {
  const { spec, clock, wallClock, logStream, scratchDirectory } = options;
  const timeoutMs = spec.timeoutSeconds * 1000;
  const memoryBytesMax = spec.memoryMb * BYTES_PER_MB;
  const log = createInvocationLog((line) =>
    options.onLog({ ...line, logStream, timeMs: clock.now() }),
  );
  /** Between invocations it is there only when it has asked for the next event. */
  let session: RuntimeSession | undefined;
  let isCold = true;
  let hasEnded = false;
  let expiresAtMs = Number.POSITIVE_INFINITY;
  let memoryBytes = 0;
  let invoking: Promise<unknown> = Promise.resolve();
  let settling = Promise.resolve();

  const start = async (source: CredentialSource): Promise<RuntimeSession> => {
    await mkdir(scratchDirectory, { recursive: true, mode: 0o700 });
    const command = await launchCommand(spec, options.machine);
    const python = spec.runtime.startsWith('python') ? await options.machine.python() : undefined;
    const credentials = await source();
    const started = await startRuntimeSession({
      wallClock,
      command,
      directory: spec.codeDirectory,
      fileMbMax: spec.ephemeralStorageMb,
      onOutput: log.write,
      environment: (runtimeApi) =>
        processEnvironment({
          ...options,
          credentials,
          runtimeApi,
          runtimeDirectory: RUNTIME_DIRECTORY,
          pythonUserSite: python?.userSite,
        }),
    });
    expiresAtMs = credentials.expiresAtMs ?? Number.POSITIVE_INFINITY;
    session = started;
    // `end` may have come while there was no process to kill.
    if (hasEnded) started.kill('ended');
    return started;
  };

  const notePeak = (current: RuntimeSession) => {
    memoryBytes = Math.max(memoryBytes, current.peakMemory());
  };

  const discard = async () => {
    const old = session;
    session = undefined;
    if (!old) return;
    notePeak(old);
    await old.end();
  };

  /** Starts a process and waits until it asks for an event (`next`), fails, or `limitMs` comes. */
  const initialise = async (source: CredentialSource, limitMs: number): Promise<Ending> => {
    try {
      const current = await start(source);
      current.watchMemory(memoryBytesMax);
      const disarm = wallClock.at(limitMs, () => current.kill('timeout'));
      const said = await current.message().finally(disarm);
      if (said.kind !== 'next') await discard();
      return said;
    } catch (error) {
      if (error instanceof EntrypointError) return { kind: 'notStarted', reason: error.message };
      throw error;
    }
  };

  /** Hands the event to the process, a new one if need be, and waits for its answer or its end. */
  const serve = async (
    invocation: Invocation,
    source: CredentialSource,
    deadlineMs: number,
  ): Promise<Ending> => {
    if (!session) {
      const init = await initialise(source, deadlineMs);
      if (init.kind !== 'next') return init;
    }
    const current = session as RuntimeSession;
    current.watchMemory(memoryBytesMax);
    const disarm = wallClock.at(deadlineMs, () => current.kill('timeout'));
    current.deliver({ ...invocation, deadlineMs });
    const answer = await current.message();
    if (answer.kind === 'exit') {
      disarm();
      await discard();
    } else {
      notePeak(current);
      settling = settle(current).finally(disarm);
    }
    return answer;
  };

  /** After its answer the process may still be at work: until it asks for more, or to the time limit. */
  const settle = async (current: RuntimeSession) => {
    const said = await current.message();
    if (said.kind === 'next') current.rest();
    else await discard();
  };

  /** The phase before the first invocation. Answers how it failed, or how long it took when it went well. */
  const coldStart = async (source: CredentialSource) => {
    const startedMs = wallClock.now();
    log.line(initLine(spec));
    const ending = await initialise(source, startedMs + INIT_MS_MAX);
    isCold = false;
    const initMs = wallClock.now() - startedMs;
    if (ending.kind === 'next') {
      log.endColdStart();
      return { initMs };
    }
    const isTimeout = ending.kind === 'exit' && ending.cause === 'timeout';
    const status = isTimeout ? 'timeout' : 'error';
    log.line(`INIT_REPORT Init Duration: ${initMs.toFixed(2)} ms\tPhase: init\tStatus: ${status}`);
    // An init that took too long is run again, under the time limit of the invocation.
    return isTimeout ? {} : { failure: ending };
  };

  const invoke = async (
    invocation: Invocation,
    source: CredentialSource,
  ): Promise<InvokeOutcome> => {
    const { requestId } = invocation;
    log.begin(requestId);
    if (session?.hasExited || expiresAtMs < clock.now() + timeoutMs) await discard();
    const init: { initMs?: number; failure?: Ending } = isCold ? await coldStart(source) : {};
    log.line(`START RequestId: ${requestId} Version: ${spec.version}`);
    const startedMs = wallClock.now();
    const ending = init.failure ?? (await serve(invocation, source, startedMs + timeoutMs));
    const endedMs = wallClock.now();
    await settledOrLate();
    await outputRead();

    const result = invocationResult(ending, {
      requestId,
      timeoutSeconds: spec.timeoutSeconds,
      endedMs: clock.now(),
    });
    const isTimeout = result.status === 'timeout';
    const durationMs = isTimeout ? timeoutMs : endedMs - startedMs;
    const memoryUsedMb = Math.min(Math.ceil(memoryBytes / BYTES_PER_MB), spec.memoryMb);
    for (const line of result.explanation ?? []) log.line(line);
    log.line(`END RequestId: ${requestId}`);
    log.line(
      reportLine({
        requestId,
        durationMs,
        memorySizeMb: spec.memoryMb,
        memoryUsedMb,
        initMs: init.initMs,
        status: result.status,
        errorType: result.status === 'error' ? result.errorType : undefined,
      }),
    );
    const { text, tail } = log.end();
    return {
      payload: result.payload,
      functionError: result.functionError,
      timedOut: isTimeout,
      log: text,
      logTail: tail,
      logStream,
      durationMs,
      initMs: init.initMs,
      memoryUsedMb,
    };
  };

  /** A healthy process asks for the next event at once; one that works on must not keep the caller waiting. */
  const settledOrLate = () =>
    new Promise<void>((resolve, reject) => {
      const cancel = wallClock.at(wallClock.now() + SETTLE_MS_MAX, resolve);
      settling.then(resolve, reject).finally(cancel);
    });

  return {
    spec,
    async invoke(invocation, source) {
      if (hasEnded) throw environmentEnded();
      const outcome = invoke(invocation, source);
      invoking = outcome;
      return outcome;
    },
    settled: () => settling,
    async end() {
      hasEnded = true;
      session?.kill('ended');
      // How the invocation ended is its invoker's to know.
      await Promise.allSettled([invoking, settling]);
      await discard();
      // Those that left the process group, a daemon for one.
      await killMarked(scratchDirectory);
      await rm(scratchDirectory, { recursive: true, force: true });
    },
  };
}

/** What a process printed before it spoke is there to be read in the same turn of the event loop: the next turn has it. */
const outputRead = () => new Promise<void>((resolve) => setImmediate(resolve));

const BYTES_PER_MB = 1024 * 1024;
