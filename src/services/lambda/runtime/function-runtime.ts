import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Clock, systemClock } from '../../../lib/clock.ts';
import type { Ids } from '../../../lib/ids.ts';
import type { Log } from '../../../lib/log.ts';
import { createEnvironmentPool, type PoolStats, tooManyRequests } from './environment-pool.ts';
import {
  type CredentialSource,
  createExecutionEnvironment,
  type ExecutionEnvironment,
} from './execution-environment.ts';
import type { FunctionSpec, Invocation, InvokeOutcome, LogLine } from './function-spec.ts';
import { ENVIRONMENTS_MAX, IDLE_MS_MAX } from './limits.ts';
import { createMachine } from './machine.ts';
import { SCRATCH_PREFIX, sweepLeftovers } from './marked-processes.ts';
import { runtimeFamily } from './runtimes.ts';

export type { CredentialSource } from './execution-environment.ts';
export type {
  FunctionCredentials,
  FunctionSpec,
  Invocation,
  InvokeOutcome,
  LogLine,
} from './function-spec.ts';

/**
 * Runs functions: real processes that speak the real Lambda Runtime API. Knows neither storage nor the control plane.
 *
 * The cast, from the outside in:
 * - `environment-pool` decides which environment serves an invocation, and who waits;
 * - `execution-environment` is one place of one revision: cold start, invocation, time-out, log;
 * - `runtime-session` is one process together with its `runtime-api`, the HTTP interface through which it takes
 *   events and gives answers;
 * - `function-process` starts and kills process groups; `process-memory` and `marked-processes` look into /proc;
 * - `runtimes`, `machine` and `process-environment` say what is started, and with which variables;
 * - `bootstrap-node.mjs` and `bootstrap.py` are the runtimes inside the process; custom runtimes bring their own.
 *
 * Invariants: an environment has one invocation at a time; an event is handed out once; an invocation always
 * comes to an outcome within its time limit and that of its init phase; no process outlives its environment.
 * Not relied on: that a process behaves. What a function is kept from, and what not, is in
 * docs/decisions/0030-function-isolation.md.
 */
export interface FunctionRuntime {
  /**
   * Runs one invocation to its outcome; whatever the function does wrong is an outcome. Rejects with an AwsError:
   * `TooManyRequestsException` when the function's reserved concurrency or the waiting line is used up,
   * `InvalidRuntimeException`, `ServiceException` when the environment was ended by `close`.
   */
  invoke(
    spec: FunctionSpec,
    invocation: Invocation,
    credentials: CredentialSource,
    options?: InvokeOptions,
  ): Promise<InvokeOutcome>;
  /**
   * To be called when a function or version is deleted, or its code or configuration has changed: ends the idle environments of
   * `arn` (with a version: of that version; without: of all) but those of `currentRevision`. Busy ones end when they are done.
   */
  retire(arn: string, currentRevision?: string): Promise<void>;
  /** Ends every process and removes every scratch directory. Invocations still running reject. */
  close(): Promise<void>;
  stats(): PoolStats;
}

export interface InvokeOptions {
  /** `ReservedConcurrentExecutions` of the function, over all its versions. */
  readonly reservedConcurrency?: number | undefined;
}

export interface FunctionRuntimeOptions {
  /** The platform's time: idle environments, log lines, credentials. */
  readonly clock: Clock;
  /**
   * The time that processes live in: time limits, deadlines, durations. Apart from `clock`, so that moving a virtual
   * clock forward does not time out functions that are running.
   */
  readonly wallClock?: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** `AWS_ENDPOINT_URL` of the functions. */
  readonly endpointUrl: string;
  /** This server's alone: environments that an earlier one left in it are swept away. */
  readonly scratchDirectory: string;
  /** The node that runs this server when left out. */
  readonly nodePath?: string | undefined;
  /** `python3` when left out. */
  readonly pythonPath?: string | undefined;
  /** A directory whose `node_modules` holds the AWS SDK, as AWS's Node.js runtimes do. Found when left out. */
  readonly sdkDirectory?: string | undefined;
  /** Environments at one time; ENVIRONMENTS_MAX when left out. */
  readonly environmentsMax?: number | undefined;
  /** IDLE_MS_MAX when left out. */
  readonly idleTimeoutMs?: number | undefined;
  /** Receives every line of every function's log. */
  readonly onLog?: ((spec: FunctionSpec, line: LogLine) => void) | undefined;
}

export function createFunctionRuntime(options: FunctionRuntimeOptions): FunctionRuntime {
  const { clock, ids, log, endpointUrl } = options;
  const scratchDirectory = resolve(options.scratchDirectory);
  const machine = createMachine(options);
  /** Invocations accepted and not yet answered, by function ARN. */
  const concurrency = new Map<string, number>();

  const pool = createEnvironmentPool<ExecutionEnvironment>({
    clock,
    environmentsMax: options.environmentsMax ?? ENVIRONMENTS_MAX,
    idleTimeoutMs: options.idleTimeoutMs ?? IDLE_MS_MAX,
    start: (spec) =>
      createExecutionEnvironment({
        spec,
        machine,
        endpointUrl,
        scratchDirectory: join(scratchDirectory, SCRATCH_PREFIX + ids.uuid()),
        logStream: logStreamName(spec.version, clock, ids),
        clock,
        wallClock: options.wallClock ?? systemClock,
        onLog: (line) => options.onLog?.(spec, line),
      }),
    onEndFailure: (spec, error) =>
      log.error(
        { function: spec.qualifiedArn, error },
        'An execution environment was not cleared away',
      ),
  });

  const prepare = async () => {
    await mkdir(scratchDirectory, { recursive: true, mode: 0o700 });
    const killed = await sweepLeftovers(scratchDirectory);
    if (killed)
      log.warn({ killed }, 'Killed function processes that an earlier server left behind');
  };
  const prepared = prepare();
  prepared.catch((error) => log.error({ error }, 'Functions cannot run: no scratch directory'));

  const run = async (spec: FunctionSpec, invocation: Invocation, credentials: CredentialSource) => {
    const environment = await pool.acquire(spec);
    try {
      return await environment.invoke(invocation, credentials);
    } finally {
      void environment.settled().finally(() => pool.release(environment));
    }
  };

  return {
    async invoke(spec, invocation, credentials, { reservedConcurrency } = {}) {
      runtimeFamily(spec.runtime);
      await prepared;
      const running = concurrency.get(spec.arn) ?? 0;
      if (reservedConcurrency !== undefined && running >= reservedConcurrency) {
        throw tooManyRequests('ReservedFunctionConcurrentInvocationLimitExceeded');
      }
      concurrency.set(spec.arn, running + 1);
      try {
        return await run(spec, invocation, credentials);
      } finally {
        const left = (concurrency.get(spec.arn) ?? 0) - 1;
        if (left > 0) concurrency.set(spec.arn, left);
        else concurrency.delete(spec.arn);
      }
    },
    retire: (arn, currentRevision) =>
      pool.retire(
        (spec) =>
          (spec.arn === arn || spec.qualifiedArn === arn) && spec.revision !== currentRevision,
      ),
    async close() {
      await Promise.allSettled([prepared]);
      await pool.close();
    },
    stats: pool.stats,
  };
}

/** `2025/11/24/[$LATEST]<32 hex digits>`: one stream for each environment. */
function logStreamName(version: string, clock: Clock, ids: Ids): string {
  const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[${version}]${Buffer.from(ids.bytes(16)).toString('hex')}`;
}
