import type { Engine } from '../engine/engine.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Blobs } from '../storage/blobs.ts';
import type { CredentialCache } from './credential-cache.ts';

/** What every request can reach. */
export interface Gateway {
  readonly engine: Engine;
  readonly credentials: CredentialCache;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly region: string;
  /** Only this machine can reach it. */
  readonly loopback: boolean;
}
