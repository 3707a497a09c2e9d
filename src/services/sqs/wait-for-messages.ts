import type { Cancel } from '../../lib/clock.ts';
import type { Signals } from '../../storage/storage.ts';
import { queueSignal } from '../../storage/tables/queues.ts';
import type { Platform } from '../context.ts';
import { STOPPING_SIGNAL } from '../stopping.ts';

export { STOPPING_SIGNAL } from '../stopping.ts';

import { errors } from './errors.ts';

/**
 * Long polling. Whoever waits for messages of a queue stands in a line. News about the queue wakes only the first, the first
 * alone sets an alarm for messages that are hidden now, and whoever leaves wakes the next. So a thousand waiting clients cost
 * one look at the database for one message, and they are served in the order in which they came.
 */
export interface Waiting {
  /**
   * Resolves when there may be something to receive, at the latest at `deadlineMs`. Call it after each look that found
   * nothing; what happened since that look counts as well. `nextVisibleAt`: when a hidden message will be visible.
   */
  next(deadlineMs: number, nextVisibleAt: number | undefined): Promise<void>;
  /** Leaves the line. */
  end(): void;
  /** The server is stopping: answer what there is. */
  readonly stopped: boolean;
}

/** Receives that may wait at the same time, over all queues: each holds a connection and a little memory. */
export const LONG_POLLS_MAX = 10_000;

/** One receive that waits. */
interface Poll {
  /** Set while asleep. */
  wake: (() => void) | undefined;
  /** There was news while it was awake: it has to look again before it sleeps. */
  missed: boolean;
  stopped: boolean;
}

interface Line {
  readonly polls: Set<Poll>;
  readonly close: () => void;
}

interface Lines {
  readonly byQueue: Map<string, Line>;
  polls: number;
}

const linesOf = new WeakMap<Signals, Lines>();

/** Joins the line of a queue. Do this before looking for messages, so that none slips through in between. */
export function waitForMessages(
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  queueArn: string,
): Waiting {
  const lines = linesOf.get(storage.signals) ?? { byQueue: new Map<string, Line>(), polls: 0 };
  linesOf.set(storage.signals, lines);
  if (lines.polls >= LONG_POLLS_MAX)
    throw errors.RequestThrottled(`More than ${LONG_POLLS_MAX} receives are waiting.`);
  const line = lines.byQueue.get(queueArn) ?? openLine(storage.signals, lines, queueArn);
  const poll: Poll = { wake: undefined, missed: false, stopped: false };
  line.polls.add(poll);
  lines.polls++;

  return {
    async next(deadlineMs, nextVisibleAt) {
      if (!poll.missed && !poll.stopped) {
        const first = isFirst(line, poll);
        const alarmMs = first ? Math.min(deadlineMs, nextVisibleAt ?? deadlineMs) : deadlineMs;
        let cancel: Cancel | undefined;
        await new Promise<void>((resolve) => {
          poll.wake = resolve;
          cancel = clock.at(alarmMs, resolve);
        });
        cancel?.();
        poll.wake = undefined;
      }
      poll.missed = false;
    },
    end() {
      line.polls.delete(poll);
      lines.polls--;
      if (line.polls.size > 0) wakeFirst(line);
      else line.close();
    },
    get stopped() {
      return poll.stopped;
    },
  };
}

function openLine(signals: Signals, lines: Lines, queueArn: string): Line {
  const polls = new Set<Poll>();
  const line: Line = {
    polls,
    close() {
      offNews();
      offStopping();
      lines.byQueue.delete(queueArn);
    },
  };
  const offNews = signals.on(queueSignal(queueArn), () => wakeFirst(line));
  const offStopping = signals.on(STOPPING_SIGNAL, () => {
    for (const poll of polls) {
      poll.stopped = true;
      poll.wake?.();
    }
  });
  lines.byQueue.set(queueArn, line);
  return line;
}

const isFirst = ({ polls }: Line, poll: Poll): boolean => polls.values().next().value === poll;

/** Wakes the first who sleeps; when nobody does, whoever is first will look once more. */
function wakeFirst({ polls }: Line): void {
  let awake: Poll | undefined;
  for (const poll of polls) {
    if (poll.wake) {
      const { wake } = poll;
      poll.wake = undefined;
      wake();
      return;
    }
    awake ??= poll;
  }
  if (awake) awake.missed = true;
}
