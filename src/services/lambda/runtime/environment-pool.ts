import { AwsError } from '../../../aws/error.ts';
import type { Cancel, Clock } from '../../../lib/clock.ts';
import type { FunctionSpec } from './function-spec.ts';
import { RESERVED_SHARE, WAITING_INVOCATIONS_MAX } from './limits.ts';

/** What the pool needs to know of an execution environment. */
export interface Pooled {
  readonly spec: FunctionSpec;
  end(): Promise<void>;
}

export interface PoolStats {
  readonly idle: number;
  readonly busy: number;
  /** Invocations waiting for an environment. */
  readonly waiting: number;
}

export interface EnvironmentPool<E extends Pooled> {
  /** A warm environment of the revision, or a new one, or the one that comes free when the caller's turn comes. */
  acquire(spec: FunctionSpec): Promise<E>;
  release(environment: E): void;
  /** Ends the idle environments that match, and the busy ones as soon as they are released. */
  retire(matches: (spec: FunctionSpec) => boolean): Promise<void>;
  /** Ends everything, busy or not; who waits is turned away. */
  close(): Promise<void>;
  stats(): PoolStats;
}

export interface PoolOptions<E extends Pooled> {
  readonly clock: Clock;
  readonly environmentsMax: number;
  readonly idleTimeoutMs: number;
  readonly start: (spec: FunctionSpec) => E;
  readonly onEndFailure: (spec: FunctionSpec, error: unknown) => void;
}

/**
 * Environments kept warm for the next invocation of the same revision, never more than `environmentsMax`. At the
 * cap an idle environment of another function makes room, the longest idle one first; when all are busy, callers
 * wait in one line over all functions, so that whoever comes first is served first. The last environments are for
 * functions that have none busy: a few functions that hang do not keep all others waiting.
 */
export function createEnvironmentPool<E extends Pooled>(
  options: PoolOptions<E>,
): EnvironmentPool<E> {
  const { clock, environmentsMax, idleTimeoutMs } = options;
  const sharedMax = environmentsMax - Math.floor(environmentsMax * RESERVED_SHARE);
  /** In the order in which they became idle. */
  const idle = new Map<E, Cancel>();
  const busy = new Set<E>();
  const retired = new WeakSet<E>();
  const ending = new Set<Promise<void>>();
  const waiting: Waiting<E>[] = [];
  let closed = false;

  const end = (environment: E): Promise<void> => {
    idle.get(environment)?.();
    idle.delete(environment);
    const ended = environment
      .end()
      .catch((error) => options.onEndFailure(environment.spec, error))
      .finally(() => ending.delete(ended));
    ending.add(ended);
    return ended;
  };

  const takeWarm = (spec: FunctionSpec): E | undefined => {
    // The one that became idle last: the others then age, and the pool shrinks to what is needed.
    const warm = [...idle.keys()].findLast((environment) => isSame(environment.spec, spec));
    if (!warm) return undefined;
    idle.get(warm)?.();
    idle.delete(warm);
    return warm;
  };

  const startNew = (spec: FunctionSpec): E | undefined => {
    if (idle.size + busy.size >= environmentsMax) {
      const [longestIdle] = idle.keys();
      if (!longestIdle) return undefined;
      void end(longestIdle);
    }
    return options.start(spec);
  };

  const mayHaveAnother = ({ arn }: FunctionSpec): boolean =>
    busy.size < sharedMax || ![...busy].some(({ spec }) => spec.arn === arn);

  const take = (spec: FunctionSpec): E | undefined => {
    if (!mayHaveAnother(spec)) return undefined;
    const environment = takeWarm(spec) ?? startNew(spec);
    if (environment) busy.add(environment);
    return environment;
  };

  const serveWaiting = () => {
    for (const each of [...waiting]) {
      if (busy.size >= environmentsMax) return;
      const environment = take(each.spec);
      if (!environment) continue;
      waiting.splice(waiting.indexOf(each), 1);
      each.resolve(environment);
    }
  };

  return {
    async acquire(spec) {
      if (closed) throw stopping();
      const environment = take(spec);
      if (environment) return environment;
      if (waiting.length >= WAITING_INVOCATIONS_MAX) {
        throw tooManyRequests('ConcurrentInvocationLimitExceeded');
      }
      return new Promise((resolve, reject) => waiting.push({ spec, resolve, reject }));
    },
    release(environment) {
      busy.delete(environment);
      if (closed || retired.has(environment)) {
        void end(environment);
      } else {
        const expire = () => void end(environment);
        idle.set(environment, clock.at(clock.now() + idleTimeoutMs, expire));
      }
      serveWaiting();
    },
    async retire(matches) {
      for (const environment of busy) if (matches(environment.spec)) retired.add(environment);
      await Promise.all([...idle.keys()].filter(({ spec }) => matches(spec)).map(end));
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(stopping());
      for (const environment of [...idle.keys(), ...busy]) void end(environment);
      await Promise.all(ending);
    },
    stats: () => ({ idle: idle.size, busy: busy.size, waiting: waiting.length }),
  };
}

interface Waiting<E> {
  readonly spec: FunctionSpec;
  readonly resolve: (environment: E) => void;
  readonly reject: (error: Error) => void;
}

const isSame = (a: FunctionSpec, b: FunctionSpec) =>
  a.qualifiedArn === b.qualifiedArn && a.revision === b.revision;

/** 429, as https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html puts it. */
export function tooManyRequests(reason: string): AwsError {
  return new AwsError('TooManyRequestsException', 'Rate Exceeded.', {
    status: 429,
    members: { Type: 'User', Reason: reason },
  });
}

const stopping = () => new AwsError('ServiceException', 'The server is stopping.', { status: 500 });
