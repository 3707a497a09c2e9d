import { url } from './api.js';
import { toast } from './toasts.js';

/**
 * Keeps something up to date while its page is open and seen: a page that is left, or a tab in the background, asks for nothing and
 * keeps no connection. `signal` ends it.
 */

/**
 * Runs `task` now and then every `ms`, never two at a time; again at once when the tab is seen again. A failure is told once, until
 * things go well again.
 */
export function repeat(task, ms, signal) {
  let timer;
  let running = false;
  let failing = false;
  const run = async () => {
    clearTimeout(timer);
    if (running || signal.aborted || document.hidden) return;
    running = true;
    try {
      await task();
      failing = false;
    } catch (error) {
      if (!failing && !signal.aborted) toast(error.message, 'bad');
      failing = true;
    }
    running = false;
    if (!signal.aborted) timer = setTimeout(run, ms);
  };
  document.addEventListener('visibilitychange', run, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  void run();
}

/** Events that may wait for the next frame; when more come at once, the oldest of them are left out. */
const WAITING_MAX = 200;
const BATCH_MS = 150;

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
    source.onerror = () => onState?.('reconnecting');
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
