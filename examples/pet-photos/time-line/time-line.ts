import type { Photo } from '../database/photo.ts';

/** When a recorded photo was where. */
export interface Span {
  readonly uploadedAt: number;
  readonly identifyingAt: number;
  readonly identifiedAt: number;
  readonly recordedAt: number;
}

export interface TimeLine {
  /** From the first upload to the last record. */
  readonly milliseconds: number;
  /** In which part of that time at least one photo was being identified, 0..1. */
  readonly identifying: number;
  /** A line for each photo: `.` waiting, `#` being identified. */
  readonly text: string;
}

const COLUMNS = 72;

export const spanOf = (photo: Photo): Span => ({
  uploadedAt: photo.uploaded_at ?? 0,
  identifyingAt: photo.identifying_at ?? 0,
  identifiedAt: photo.identified_at ?? 0,
  recordedAt: photo.recorded_at ?? 0,
});

/** Draws what happened to photos, in the order of their uploads. */
export function drawTimeLine(spans: readonly Span[]): TimeLine {
  const ordered = [...spans].sort((a, b) => a.uploadedAt - b.uploadedAt);
  const from = Math.min(...ordered.map((span) => span.uploadedAt));
  const to = Math.max(...ordered.map((span) => span.recordedAt));
  const column = (at: number) => Math.round(((at - from) / (to - from)) * COLUMNS);
  const lines = ordered.map((span) => {
    const [uploaded, identifying] = [column(span.uploadedAt), column(span.identifyingAt)];
    const recorded = Math.max(identifying + 1, column(span.recordedAt));
    return (
      ' '.repeat(uploaded) + '.'.repeat(identifying - uploaded) + '#'.repeat(recorded - identifying)
    );
  });
  return {
    milliseconds: to - from,
    identifying: covered(ordered) / (to - from),
    text: lines.join('\n'),
  };
}

function covered(spans: readonly Span[]): number {
  let sum = 0;
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.identifyingAt - b.identifyingAt)) {
    sum += Math.max(0, span.identifiedAt - Math.max(end, span.identifyingAt));
    end = Math.max(end, span.identifiedAt);
  }
  return sum;
}
