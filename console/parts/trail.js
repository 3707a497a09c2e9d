import { h } from '../lib/dom.js';
import { ago, duration } from '../lib/format.js';
import { link } from '../lib/names.js';
import { badge, resource, time } from './common.js';
import { deliveryActions } from './delivery-actions.js';

/**
 * A trail as nested lists: an event, what each rule said of it, its messages and deliveries with their attempts, and the events that
 * those led to. `current` is the event that the page is about; `changed` is called when somebody
 * did something about a delivery.
 */
export const drawTrail = (root, options) => h('ol', { class: 'trail' }, drawEvent(root, options));

function drawEvent(node, options) {
  const { id, name, source, about, subject, state, at } = node;
  const isCurrent = id === options.current;
  return h(
    'li',
    { class: `trail-event ${isCurrent ? 'current' : ''}` },
    h(
      'div',
      { class: 'trail-line' },
      isCurrent
        ? h('strong', { 'aria-current': 'true' }, name)
        : h('a', { href: link('events', String(id)), 'data-step': true }, name),
      resource(source),
      h('span', { class: 'mono soft' }, about ?? subject),
      badge(state),
      time(at),
    ),
    drawRules(node.rules),
    h(
      'ol',
      {},
      node.messages.map(drawMessage),
      node.deliveries.map((delivery) => drawDelivery(delivery, options)),
      node.caused.map((child) => drawEvent(child, options)),
    ),
    nothingDone(node) && h('p', { class: 'soft small' }, 'Nothing was owed to anybody.'),
  );
}

const nothingDone = ({ rules, messages, deliveries, caused }) =>
  rules.length + messages.length + deliveries.length + caused.length === 0;

function drawRules(rules) {
  if (rules.length === 0) return null;
  return h('ul', { class: 'rules', 'aria-label': 'Rules considered' }, rules.map(drawVerdict));
}

/** What a rule said; also for the explain page. */
export const drawVerdict = ({ rule, destination, matched, reason }) =>
  h(
    'li',
    { class: matched ? 'matched' : 'unmatched' },
    h('span', { class: 'verdict' }, matched ? 'matched' : 'no match'),
    h(
      'span',
      {},
      h('span', { class: 'mono' }, shortRule(rule)),
      destination && [' → ', resource(destination)],
    ),
    reason && h('span', { class: 'reason' }, reason),
  );

const shortRule = (rule) => rule.replace(/^arn:aws:\w+:[\w-]*:\d*:/, '');

const drawMessage = ({ destination, state, reason, whereabouts, messageId }) =>
  h(
    'li',
    { class: 'trail-delivery' },
    h(
      'div',
      { class: 'trail-line' },
      badge(state),
      resource(destination),
      messageId && h('span', { class: 'soft small' }, 'with the object itself'),
    ),
    reason && h('p', { class: 'reason' }, reason),
    whereabouts && h('p', { class: 'soft small' }, `The message is ${whereabouts}.`),
  );

function drawDelivery(delivery, options) {
  const { state, destination, reason, nextAt, attempts, caused } = delivery;
  return h(
    'li',
    { class: 'trail-delivery' },
    h(
      'div',
      { class: 'trail-line' },
      badge(state === 'pending' && attempts.length > 0 ? 'retrying' : state),
      resource(destination),
      nextAt &&
        attempts.length > 0 &&
        h('span', { class: 'soft small' }, `next try ${ago(nextAt)}`),
      deliveryActions(delivery, options.changed),
    ),
    reason && state !== 'delivered' && h('p', { class: 'reason' }, reason),
    drawAttempts(attempts),
    caused.length > 0 &&
      h(
        'ol',
        {},
        caused.map((child) => drawEvent(child, options)),
      ),
  );
}

export function drawAttempts(attempts) {
  if (attempts.length === 0) return null;
  return h(
    'ol',
    { class: 'attempts', 'aria-label': 'Attempts' },
    attempts.map(({ number, at, durationMs, outcome, reason }) =>
      h(
        'li',
        {},
        h('span', { class: 'soft' }, `${number}.`),
        time(at),
        h('span', { class: 'number soft' }, duration(durationMs)),
        badge(outcome),
        reason && outcome !== 'delivered' && h('span', { class: 'reason' }, reason),
      ),
    ),
  );
}
