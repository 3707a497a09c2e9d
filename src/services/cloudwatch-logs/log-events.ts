import type { Reader, Storage } from '../../storage/storage.ts';
import type { FunctionLogRow } from '../../storage/tables/function-logs.ts';
import { logsDownFrom, logsFrom } from '../../storage/tables/log-groups.ts';

/** What CloudWatch Logs shows at once, at most: events, and bytes of their messages. */
export const EVENTS_MAX = 10_000;
export const EVENT_BYTES_MAX = 1024 * 1024;

/** Logs of invocations read in one go; each may hold 64 KiB. */
const CHUNK = 16;

export interface LogEvent {
  /** Unique, and in the order of time within a group. */
  readonly id: string;
  readonly stream: string;
  readonly timestamp: number;
  readonly message: string;
}

/** Which events are looked for; times are inclusive. */
export interface Wanted {
  readonly groupArn: string;
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
  readonly stream: (name: string) => boolean;
}

type Direction = 'forward' | 'backward';

/**
 * The events of a group one after the other: each line of a function's log is one, at the time at which the invocation
 * ended. Begins next to the event `beside`, or at the end that the direction comes from.
 */
export async function* logEvents(
  storage: Storage,
  wanted: Wanted,
  direction: Direction,
  beside?: string,
): AsyncGenerator<LogEvent> {
  const forward = direction === 'forward';
  const read = (from: number) => (reader: Reader) =>
    (forward ? logsFrom : logsDownFrom)(reader, wanted.groupArn, from, CHUNK);
  let from = beside === undefined ? (forward ? 0 : Number.MAX_SAFE_INTEGER) : logOf(beside);
  for (;;) {
    const logs = await storage.read(read(from));
    for (const log of logs) {
      if (!isWanted(log, wanted)) continue;
      const events = forward ? eventsOf(log) : eventsOf(log).reverse();
      for (const event of events)
        if (beside === undefined || (forward ? event.id > beside : event.id < beside)) yield event;
    }
    const last = logs.at(-1);
    if (!last || logs.length < CHUNK) return;
    from = forward ? last.id + 1 : last.id - 1;
  }
}

const isWanted = ({ at, log_stream }: FunctionLogRow, wanted: Wanted): boolean =>
  at >= (wanted.startTime ?? 0) &&
  at <= (wanted.endTime ?? Number.POSITIVE_INFINITY) &&
  wanted.stream(log_stream);

function eventsOf({ id, at, log_stream, text }: FunctionLogRow): LogEvent[] {
  const lines = text.split(/(?<=\n)/);
  return lines.map((message, line) => ({
    id: eventId(id, line),
    stream: log_stream,
    timestamp: at,
    message,
  }));
}

const LOG_DIGITS = 20;
const LINE_DIGITS = 10;
const eventId = (log: number, line: number) =>
  String(log).padStart(LOG_DIGITS, '0') + String(line).padStart(LINE_DIGITS, '0');
const logOf = (id: string) => Number(id.slice(0, LOG_DIGITS));

export const isEventId = (text: string) => /^\d{30}$/.test(text);
