import { h } from '../lib/dom.js';
import { ago, clockTime } from '../lib/format.js';
import { describe, pageOf } from '../lib/names.js';
import { stateOf } from '../lib/states.js';

/** The small things that every page is made of. */

export const pageHead = (title, text, ...actions) =>
  h(
    'div',
    { class: 'page-head' },
    h('div', {}, h('h1', {}, title), text && h('p', {}, text)),
    actions.length > 0 && h('div', { class: 'row' }, actions),
  );

/** The way up, which also tells what kind of thing the page is about. */
export const back = (href, label) => h('p', {}, h('a', { href }, `← ${label}`));

/** A part of a page with a heading of its own. */
export function panel(title, ...children) {
  const id = `panel-${title.toLowerCase().replaceAll(/\W+/g, '-')}`;
  return h('section', { class: 'panel', 'aria-labelledby': id }, h('h2', { id }, title), children);
}

export function badge(state) {
  const [word, tone] = stateOf(state);
  return h('span', { class: `state ${tone}` }, word);
}

/** A point in time: the time of day, how long ago on asking. */
export const time = (at) =>
  at
    ? h('time', { datetime: at, title: `${new Date(at).toString()} (${ago(at)})` }, clockTime(at))
    : null;

/** An ARN, URL or address: its kind, and its name as a link to the page about it. */
export function resource(text, { kind = true, step = false } = {}) {
  const described = describe(text);
  const href = pageOf(text);
  const name = href
    ? h('a', { href, title: text, class: 'mono', 'data-step': step }, described.name)
    : h('span', { title: text, class: 'mono' }, described.name);
  return h(
    'span',
    {},
    kind && described.kind && [h('span', { class: 'soft' }, described.kind), ' '],
    name,
  );
}

const isAbsent = (value) =>
  value === undefined || value === null || value === '' || value === false || value.length === 0;

/** Names and values; entries without a value are left out. */
export const facts = (entries) =>
  h(
    'dl',
    { class: 'facts' },
    entries
      .filter(([, value]) => !isAbsent(value))
      .map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );

/** What is told where nothing is to be seen yet: what would be here, and how to get it. */
export const empty = (title, text, ...more) =>
  h('div', { class: 'empty' }, h('h2', {}, title), text && h('p', {}, text), more);

export const failure = (error, retry) =>
  h(
    'div',
    { class: 'failure', role: 'alert' },
    h('strong', {}, error.message),
    error.code && h('span', { class: 'small mono' }, error.code),
    retry && h('button', { type: 'button', onclick: retry }, 'Try again'),
  );

export const button = (label, onclick, attributes = {}) =>
  h('button', { type: 'button', onclick, ...attributes }, label);
