import type { TestKit } from '../services/context.ts';
import type { Call } from '../services/dispatch.ts';
import type { Credential } from '../services/identity.ts';

/**
 * Everything behind the HTTP gateway: storage, services and delivery. It runs on a thread of its own (`remote-engine.ts`), so that
 * neither a commit nor a checkpoint ever holds up the reading and signing of requests, or in the caller's thread (`local-engine.ts`)
 * where starting fast matters more. Both behave alike: calls and answers are plain data.
 */
export interface Engine {
  /** Runs one operation; rejects with AwsError for what the client is told about. */
  call(call: Call): Promise<unknown>;
  /** What an access key stands for, or `undefined`. */
  credential(accessKeyId: string): Promise<Credential | undefined>;
  /** Of an engine in this thread that was started with one. */
  readonly testKit?: TestKit | undefined;
  /** Answers everybody who waits for something to happen, so that no request under way is long. */
  interrupt(): void;
  /**
   * The first step of stopping: begins nothing by itself any more, and ends functions, those that run after a while. Calls are still
   * answered meanwhile, because functions make some.
   */
  rest(): Promise<void>;
  /** Writes nothing more, and releases the data folder. */
  close(): Promise<void>;
}
