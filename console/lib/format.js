import { now } from './clock.js';

const SECOND_MS = 1000;
const UNITS = [
  ['d', 86_400 * SECOND_MS],
  ['h', 3600 * SECOND_MS],
  ['min', 60 * SECOND_MS],
  ['s', SECOND_MS],
];

/** 340 ms, 2.5 s, 3 min, 2 d: two digits are enough. */
export function duration(ms) {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  const [unit, unitMs] = UNITS.find(([, each]) => ms >= each);
  const value = ms / unitMs;
  return `${value < 10 && unit === 's' ? Number(value.toFixed(1)) : Math.floor(value)} ${unit}`;
}

/** `at` is ISO 8601 or milliseconds. */
export function ago(at, nowMs = now()) {
  const ms = nowMs - new Date(at).getTime();
  if (Number.isNaN(ms)) return '';
  if (ms < -SECOND_MS) return `in ${duration(-ms)}`;
  return ms < 5 * SECOND_MS ? 'just now' : `${duration(ms)} ago`;
}

const two = (number) => String(number).padStart(2, '0');

/** 14:03:07 today, 2026-05-01 14:03:07 otherwise, in the reader's own time zone. */
export function clockTime(at, today = new Date(now())) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  if (date.toDateString() === today.toDateString()) return time;
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${time}`;
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

export function bytes(count) {
  const unit = Math.min(
    BYTE_UNITS.length - 1,
    Math.floor(Math.log2(Math.max(1, count)) / Math.log2(1024)),
  );
  const value = count / 1024 ** unit;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${BYTE_UNITS[unit]}`;
}

export const count = (number) => new Intl.NumberFormat('en').format(number ?? 0);

/** "1 event", "2 events". */
export const plural = (number, noun, nouns = `${noun}s`) =>
  `${count(number)} ${number === 1 ? noun : nouns}`;

/** A rate by the minute: 0.4/min, 12/min, 3.2/s. */
export function rate(perMinute) {
  if (perMinute >= 120) return `${Number((perMinute / 60).toFixed(1))}/s`;
  return `${Number(perMinute.toFixed(perMinute < 10 ? 1 : 0))}/min`;
}

/** JSON with indents where the text is JSON, otherwise the text as it is. */
export function prettyJson(text) {
  try {
    return JSON.stringify(typeof text === 'string' ? JSON.parse(text) : text, null, 2);
  } catch {
    return String(text);
  }
}
