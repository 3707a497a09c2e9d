import type { Reader } from '../../../storage/storage.ts';
import type { ServiceSender } from '../../service-sender.ts';

/** What an explanation carries along from place to place. */
export interface Visit {
  readonly reader: Reader;
  readonly now: number;
  /** As whom the place before sends. */
  readonly sender: ServiceSender;
  /** What arrives: the message of a queue or topic, the event of a bus. JSON text. */
  readonly body: string;
  /** Of a FIFO queue's message, where the sender gives one. */
  readonly groupId?: string | undefined;
  /** Places behind this one; configurations may go in circles. */
  readonly depth: number;
}

export const DEPTH_MAX = 8;

/** Further connections of one place are not followed. */
export const BRANCHES_MAX = 100;
