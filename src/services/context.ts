import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { Log } from '../lib/log.ts';
import type { Blobs } from '../storage/blobs.ts';
import type { Storage } from '../storage/storage.ts';
import type { Caller } from './caller.ts';
import type { Faults } from './faults.ts';
import type { FunctionRuntime } from './lambda/runtime/function-runtime.ts';

/** What the whole server shares: built once, in `src/engine/`. */
export interface Platform {
  readonly storage: Storage;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly settings: Settings;
  readonly functions: FunctionRuntime;
  /** Present in tests only. */
  readonly testKit?: TestKit | undefined;
}

/** What a test may do to the platform's time and to its deliveries. */
export interface TestKit {
  readonly faults: Faults;
  /**
   * Moves the platform's time forward; whatever falls due on the way happens. Answers the new time. Rejects when that takes longer than
   * `limitMs` of real time.
   */
  advance(ms: number, limitMs?: number): Promise<number>;
  /**
   * Answers when everything that was caused so far is delivered, done or buried. Where something waits for a later time, a
   * retry or a delay, time is moved on to it. Rejects when that takes longer than `limitMs` of real time.
   */
  settled(limitMs?: number): Promise<void>;
}

/** What the operator chose, as the operations need to know it. */
export interface Settings {
  /** The account that root credentials belong to, and that owns what anonymous set-up creates. */
  readonly account: string;
  /** The region of requests that name none. */
  readonly region: string;
  readonly rootAccessKeyId: string;
  readonly rootSecretAccessKey: string;
  /** On loopback a key of twelve digits is that account's root; its secret is `rootSecretAccessKey`. */
  readonly accountKeys: boolean;
  /** A function whose role was never created runs with full access, and the log says so. */
  readonly permissiveRoles: boolean;
  /** Where this server is reached from this machine, for functions: `http://127.0.0.1:4566`. */
  readonly endpointUrl: string;
  /** Where others reach it, for links in what it sends; `endpointUrl` when left out. */
  readonly publicUrl?: string | undefined;
  /** Folder for unpacked function code and other things that can be made again. */
  readonly scratchDirectory: string;
  /** `smtp://host:port`, or undefined: mail then stays in the local mailbox. */
  readonly smtpUrl: string | undefined;
  /** How long a restore from an archive storage class takes. */
  readonly restoreDelayMs: number;
  readonly journal: JournalSettings;
}

/** How much is kept of what happened once all of it is delivered. Nothing goes that is still owed. */
export interface JournalSettings {
  /** 0: nothing is kept, and changes that nobody listens to are not written down at all. */
  readonly days: number;
  readonly eventsMax: number;
}

/** What one request adds: who asks, where, and how to answer for it. */
export interface Context extends Platform {
  readonly caller: Caller;
  /** From the request's signature; empty where that names none, which S3 alone accepts. */
  readonly region: string;
  /** The signature, which names the region, came in the URL. */
  readonly presigned?: boolean | undefined;
  /** The caller's account: what this request creates belongs to it. */
  readonly account: string;
  /** `x-amz-request-id` (S3: 16 upper-case hex digits) and `x-amz-id-2` of the answer, the same that event records show. */
  readonly requestId: string;
  readonly hostId: string;
  /** Scheme and authority that the client used, for queue URLs and links: `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  /** `X-Amzn-Trace-Id`, when the client sent one. */
  readonly trace: string | undefined;
  /** Which wire the request came by, where an answer depends on it: SQS speaks two. */
  readonly protocol: string;
  /**
   * Calls an operation of another service as the same caller, with its permissions, unless `as` says otherwise: an imported service is
   * never needed.
   */
  call(service: ServiceName, operation: string, input: object, as?: CallAs): Promise<unknown>;
}

/** What may differ in a call that an operation makes. */
export type CallAs = Partial<
  Pick<Context, 'caller' | 'region' | 'requestId' | 'trace' | 'protocol'>
>;

export type ServiceName =
  | 's3'
  | 'sqs'
  | 'sns'
  | 'eventbridge'
  | 'lambda'
  | 'iam'
  | 'sts'
  | 'rekognition'
  | 'cloudwatch-logs'
  /** Our own operations, under `/_spillway/`: health, metrics, mailbox. */
  | 'spillway';
