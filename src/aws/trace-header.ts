/**
 * The X-Ray trace header, `Root=1-<8 hex>-<24 hex>;Parent=<16 hex>;Sampled=0;Lineage=...`. SDKs inside a function send on the one
 * that the function was invoked with, so it ties together what one request caused, through every hop. `Lineage` carries how many events
 * long the chain is and which delivery it comes from: that is how a loop is noticed and how a trail is drawn.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
export interface Lineage {
  /** Events between the first request and this one. */
  readonly hops: number;
  /** The delivery that led here. */
  readonly cause: number | null;
}

export const NO_LINEAGE: Lineage = { hops: 0, cause: null };

/** Longer headers are not ours and not X-Ray's. */
const TRACE_LENGTH_MAX = 600;

/** What a trace header says of the chain behind it; nothing when it is absent, foreign or malformed. */
export function lineageOf(trace: string | null | undefined): Lineage {
  if (!trace || trace.length > TRACE_LENGTH_MAX) return NO_LINEAGE;
  const match = /(?:^|;)\s*Lineage=(\d{1,3}):([0-9a-f]{1,14})(?=;|$)/.exec(trace);
  if (!match) return NO_LINEAGE;
  return { hops: Number(match[1]), cause: Number.parseInt(match[2] ?? '0', 16) };
}

/** The header as it was given, without the lineage that is added here; `null` when there was none. */
export const givenTrace = (trace: string | null | undefined): string | null =>
  trace?.replace(/(?:^|;)\s*Lineage=\d{1,3}:[0-9a-f]{1,14}$/, '') || null;

/** What a delivery causes carries on: the header that was given, if one was, and the lineage one event further on. */
export function withLineage(trace: string | null | undefined, lineage: Lineage): string {
  const given = givenTrace(trace);
  return given === null ? lineageText(lineage) : `${given};${lineageText(lineage)}`;
}

/** A whole header, as functions are invoked with: of the trace that was given, or else of a new one. */
export function completeTrace(
  trace: string | null | undefined,
  lineage: Lineage,
  randomHex: string,
): string {
  const given = trace ?? '';
  const root = /(?:^|;)\s*(Root=1-[0-9a-f]{8}-[0-9a-f]{24})/.exec(given)?.[1];
  const parent = /;\s*Parent=([0-9a-f]{16})/.exec(given)?.[1] ?? randomHex.slice(0, 16);
  const sampled = /;\s*Sampled=([01])/.exec(given)?.[1] ?? '0';
  const own = `Parent=${parent};Sampled=${sampled};${lineageText(lineage)}`;
  return `${root ?? newRoot(randomHex)};${own}`;
}

const lineageText = ({ hops, cause }: Lineage) => `Lineage=${hops}:${(cause ?? 0).toString(16)}`;

const newRoot = (hex: string) => `Root=1-${hex.slice(0, 8)}-${hex.slice(8, 32).padEnd(24, '0')}`;
