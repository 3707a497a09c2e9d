import { url } from './api.js';
import { toast } from './toasts.js';

/**
 * Keeps something up to date while its page is open and seen: a page that is left, or a tab in the background, asks for nothing and
 * keeps no connection. `signal` ends it.
 */

/** How soon after news at the earliest, and how long after the last time at the earliest: a busy server is not asked all the time. */
const SOON_MS = 150;
const PAUSE_MS = 1500;

/**
 * Runs `task` every `ms`, never two at a time; at once when the tab is seen again and with `now()`, before long with `soon()`. A failure is
 * told once, until things go well again.
 */
export function repeat(task, ms, signal) {
  let timer;
  let running = false;
  let failing = false;
  let hurried = false;
  let ranAt = Number.NEGATIVE_INFINITY;
  const run = async () => {
    clearTimeout(timer);
    if (running || signal.aborted || document.hidden) return;
    running = true;
    hurried = false;
    try {
      await task();
      failing = false;
    } catch (error) {
      if (!failing && !signal.aborted) toast(error.message, 'bad');
      failing = true;
    }
    running = false;
    ranAt = performance.now();
    if (!signal.aborted) timer = setTimeout(run, hurried ? PAUSE_MS : ms);
  };
  const soon = () => {
    if (hurried) return;
    hurried = true;
    if (running) return;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(SOON_MS, ranAt + PAUSE_MS - performance.now()));
  };
  document.addEventListener('visibilitychange', run, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  timer = setTimeout(run, ms);
  return { soon, now: () => void run() };
}

/** Events that may wait for the next frame; when more come at once, the oldest of them are left out. */
const WAITING_MAX = 200;
const BATCH_MS = 150;
/** A browser connects again by itself, unless the server refused: it may have too many listeners just now. */
const REFUSED_MS = 5000;

/**
 * Follows the journal: `onEvents` gets the newest events in batches, oldest first; `onState` hears `live`, `reconnecting` or `paused`;
 * `onGap` is called when events may have been missed, so that the page reads its list anew.
 */
export function tail(filter, { onEvents, onState, onGap }, signal) {
  let source;
  let timer;
  let waiting = [];
  const flush = () => {
    timer = undefined;
    const events = waiting;
    waiting = [];
    onEvents(events);
  };
  const close = () => {
    source?.close();
    source = undefined;
    clearTimeout(timer);
    timer = undefined;
    waiting = [];
  };
  const open = () => {
    source = new EventSource(url('api/tail', filter));
    source.onopen = () => onState?.('live');
    source.onerror = () => {
      onState?.('reconnecting');
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      timer = setTimeout(turn, REFUSED_MS);
    };
    source.onmessage = ({ data }) => {
      waiting.push(JSON.parse(data));
      if (waiting.length > WAITING_MAX) {
        waiting.shift();
        onGap?.();
      }
      timer ??= setTimeout(flush, BATCH_MS);
    };
  };
  const turn = () => {
    if (document.hidden) {
      close();
      onState?.('paused');
    } else if (!source) {
      open();
      onGap?.();
    }
  };
  open();
  document.addEventListener('visibilitychange', turn, { signal });
  signal.addEventListener('abort', close);
}
