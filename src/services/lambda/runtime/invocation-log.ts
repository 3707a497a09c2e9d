import type { FunctionSpec, LogLine } from './function-spec.ts';
import {
  LOG_FORWARDED_CHARS_MAX,
  LOG_KEPT_CHARS_MAX,
  LOG_LINE_CHARS_MAX,
  LOG_TAIL_BYTES,
} from './limits.ts';

export interface InvocationLog {
  /** Output of the process, cut into lines. */
  write(chunk: Uint8Array): void;
  /** A line of Lambda's own. */
  line(message: string): void;
  /** What follows belongs to this invocation. */
  begin(requestId: string): void;
  /** What came since `begin` was a cold start that went well: part of the log, but not of its tail. */
  endColdStart(): void;
  /** Ends the invocation's part: all that was kept, and its end as the invoker gets it. */
  end(): { text: string; tail: Uint8Array };
}

/**
 * Collects the output of one environment: every line goes to `forward`, and what came since `begin` is kept for
 * the invoker. Both are bounded; a function may print without end.
 *
 * Deviation from AWS: a line is a log event; on AWS the Python and Node.js runtimes log a message of several
 * lines as one event.
 */
export function createInvocationLog(
  forward: (line: Omit<LogLine, 'logStream' | 'timeMs'>) => void,
): InvocationLog {
  const decoder = new TextDecoder();
  let requestId: string | undefined;
  let unfinished = '';
  let coldStart = '';
  let kept = '';
  let truncated = false;
  let forwardedChars = 0;

  const keep = (message: string) => {
    kept += `${message}\n`;
    if (kept.length <= 2 * LOG_KEPT_CHARS_MAX) return;
    kept = kept.slice(-LOG_KEPT_CHARS_MAX);
    truncated = true;
  };
  const takeKept = (): string => {
    const taken = truncated ? `${OUTPUT_NOT_KEPT}\n${kept}` : kept;
    kept = '';
    truncated = false;
    return taken;
  };
  const output = (message: string) => {
    keep(message);
    if (forwardedChars > LOG_FORWARDED_CHARS_MAX) return;
    forwardedChars += message.length + 1;
    const full = forwardedChars > LOG_FORWARDED_CHARS_MAX;
    forward({ message: full ? OUTPUT_DROPPED : message, requestId });
  };
  const finishLine = () => {
    if (unfinished) output(unfinished);
    unfinished = '';
  };

  return {
    write(chunk) {
      const lines = (unfinished + decoder.decode(chunk, { stream: true })).split('\n');
      unfinished = lines.pop() ?? '';
      for (const line of lines) for (const piece of pieces(line)) output(piece);
      if (unfinished.length > LOG_LINE_CHARS_MAX) finishLine();
    },
    line(message) {
      finishLine();
      keep(message);
      forward({ message, requestId });
    },
    begin(id) {
      finishLine();
      requestId = id;
      coldStart = '';
      kept = '';
      truncated = false;
      forwardedChars = 0;
    },
    endColdStart() {
      finishLine();
      coldStart = takeKept();
    },
    end() {
      finishLine();
      requestId = undefined;
      const invocation = takeKept();
      return { text: coldStart + invocation, tail: logTail(invocation) };
    },
  };
}

const OUTPUT_DROPPED = `[further output of this invocation dropped: more than ${LOG_FORWARDED_CHARS_MAX} characters]`;
const OUTPUT_NOT_KEPT = '[earlier output of this invocation left out]';

function pieces(line: string): string[] {
  if (line.length <= LOG_LINE_CHARS_MAX) return [line];
  const count = Math.ceil(line.length / LOG_LINE_CHARS_MAX);
  return Array.from({ length: count }, (_, i) =>
    line.slice(i * LOG_LINE_CHARS_MAX, (i + 1) * LOG_LINE_CHARS_MAX),
  );
}

const logTail = (log: string): Uint8Array => Buffer.from(log).subarray(-LOG_TAIL_BYTES);

export interface Report {
  readonly requestId: string;
  readonly durationMs: number;
  readonly memorySizeMb: number;
  readonly memoryUsedMb: number;
  readonly initMs?: number | undefined;
  readonly status?: 'timeout' | 'error' | undefined;
  readonly errorType?: string | undefined;
}

/** The line that closes the log of an invocation. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html */
export function reportLine(report: Report): string {
  const fields = [
    `REPORT RequestId: ${report.requestId}`,
    `Duration: ${report.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.max(1, Math.ceil(report.durationMs))} ms`,
    `Memory Size: ${report.memorySizeMb} MB`,
    `Max Memory Used: ${report.memoryUsedMb} MB`,
  ];
  if (report.initMs !== undefined) fields.push(`Init Duration: ${report.initMs.toFixed(2)} ms`);
  if (report.status) fields.push(`Status: ${report.status}`);
  if (report.errorType) fields.push(`Error Type: ${report.errorType}`);
  return `${fields.join('\t')}\t`;
}

/** The line that opens the log of an environment: `python:3.12.v1`, the machine's own build always being the first. */
export function initLine({ runtime, runtimeVersionArn }: InitialisedRuntime): string {
  const named = runtime.replace(/(?<=^[a-z]+)(?=\d)|\./, ':').replace(/\.x$/, '');
  return `INIT_START Runtime Version: ${named}.v1\tRuntime Version ARN: ${runtimeVersionArn}`;
}

type InitialisedRuntime = Pick<FunctionSpec, 'runtime' | 'runtimeVersionArn'>;
