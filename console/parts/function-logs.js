import { get } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { plural } from '../lib/format.js';
import { repeat } from '../lib/live.js';
import { code } from './code.js';
import { badge, button, time } from './common.js';

const REFRESH_MS = 1500;
const PAGE = 20;
const LOGS_MAX = 200;

/** The logs of a function as they come, the newest on top; each is one invocation from START to REPORT. */
export function functionLogs(arn, signal) {
  const list = h('ol', { class: 'logs', 'aria-label': 'Invocations, the newest first' });
  const none = h('p', { class: 'soft' }, 'It has not run yet. Its logs appear here as they come.');
  const more = h('div', { class: 'more' });
  const shown = new Map();

  const page = (before) =>
    get('api/functions/logs', { function: arn, before, limit: PAGE }, signal);
  const add = (logs, place) => {
    const fresh = logs
      .filter(({ id }) => !shown.has(id))
      .map((log, i) => {
        const entry = drawLog(log, place === 'prepend' && i === 0);
        shown.set(log.id, entry);
        return entry;
      });
    list[place](...fresh);
  };
  const older = async () => {
    const { logs, next } = await page(Math.min(...shown.keys()));
    add(logs, 'append');
    showMore(next);
  };
  const showMore = (next) =>
    fill(
      more,
      next !== undefined && shown.size < LOGS_MAX && button('Show older', older),
      shown.size > 0 && h('span', { class: 'soft small' }, plural(shown.size, 'invocation')),
    );
  const trim = () => {
    for (const [id, entry] of [...shown]
      .sort(([a], [b]) => a - b)
      .slice(0, Math.max(0, shown.size - LOGS_MAX))) {
      entry.remove();
      shown.delete(id);
    }
  };
  const refresh = async () => {
    const first = shown.size === 0;
    const { logs, next } = await page();
    add(logs, 'prepend');
    trim();
    none.hidden = shown.size > 0;
    if (first) showMore(next);
  };
  repeat(refresh, REFRESH_MS, signal).now();
  return [none, list, more];
}

/** What failed last is there to read at once. */
const drawLog = ({ at, requestId, version, failed, text }, newest) =>
  h(
    'li',
    {},
    h(
      'details',
      { open: failed && newest },
      h(
        'summary',
        { 'data-step': true },
        time(at),
        ' ',
        badge(failed ? 'failed' : 'done'),
        ' ',
        h('span', { class: 'mono' }, `${version} ${requestId}`),
        h('span', { class: 'soft' }, durationOf(text)),
      ),
      code(text, 'Log'),
    ),
  );

/** As the REPORT line of the log tells it. */
const durationOf = (text) => {
  const [, duration] = /\bDuration: ([\d.]+ ms)/.exec(text) ?? [];
  return duration ? ` ${duration}` : '';
};
