import { all, isRecorded, watch } from './photos.js';

/** A pause of this length between two uploads parts two batches. */
const PAUSE_MS = 5_000;
const ROWS_MAX = 60;
const WIDTH = 1000;

const section = document.getElementById('time-line');
const rows = document.getElementById('time-line-rows');
const summary = document.getElementById('time-line-summary');

/** Draws when each photo of the last batch waited, was identified and was recorded. */
export function showTimeLine() {
  let drawing = 0;
  watch((photo) => {
    if (photo && !isRecorded(photo)) return;
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(draw);
  });
}

function draw() {
  const batch = lastBatch();
  section.hidden = batch.length < 2;
  if (section.hidden) return;
  const from = Math.min(...batch.map((row) => row.uploaded_at));
  const to = Math.max(...batch.map((row) => row.recorded_at));
  const busy = Math.round((100 * covered(batch)) / (to - from));
  const seconds = ((to - from) / 1000).toFixed(1);
  summary.textContent = `The last ${batch.length} photos took ${seconds} s, ${busy} % of it identifying.`;
  rows.setAttribute('aria-label', summary.textContent);
  rows.replaceChildren(...batch.slice(-ROWS_MAX).map((row) => bar(row, from, to)));
}

function lastBatch() {
  const recorded = all()
    .filter((photo) => isRecorded(photo) && photo.row.uploaded_at !== null)
    .map(({ row }) => row)
    .sort((a, b) => a.uploaded_at - b.uploaded_at);
  const start = recorded.findLastIndex(
    (row, index) => index > 0 && row.uploaded_at - recorded[index - 1].uploaded_at > PAUSE_MS,
  );
  return recorded.slice(Math.max(0, start));
}

/** For how long at least one photo was being identified. */
function covered(batch) {
  const spans = batch.toSorted((a, b) => a.identifying_at - b.identifying_at);
  let sum = 0;
  let end = 0;
  for (const { identifying_at, identified_at } of spans) {
    sum += Math.max(0, identified_at - Math.max(end, identifying_at));
    end = Math.max(end, identified_at);
  }
  return sum;
}

function bar(row, from, to) {
  const x = (time) => ((time - from) / (to - from)) * WIDTH;
  const svg = element('svg', {
    viewBox: `0 0 ${WIDTH} 9`,
    preserveAspectRatio: 'none',
    class: 'bar',
  });
  const phases = [
    ['waiting', row.uploaded_at, row.identifying_at],
    ['identifying', row.identifying_at, row.identified_at],
    ['recording', row.identified_at, row.recorded_at],
  ];
  for (const [phase, start, end] of phases) {
    const width = Math.max(phase === 'recording' ? 2 : 0, x(end) - x(start));
    svg.append(element('rect', { 'data-phase': phase, x: x(start), y: 0, width, height: 9 }));
  }
  return svg;
}

function element(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
