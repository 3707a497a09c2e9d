import { h } from '../lib/dom.js';
import { shortened } from '../lib/names.js';
import { resource } from './common.js';

const KINDS = {
  'notification-rule': 'rule',
  'event-source-mapping': 'mapping',
  'event-bus': 'bus',
};

/** The way of an event as nested lists: where it passes, where it stops and why. */
export const drawSteps = (step) => h('ul', { class: 'steps' }, drawStep(step));

const drawStep = ({ kind, name, verdict, reason, notes, next }) =>
  h(
    'li',
    { class: verdict },
    h(
      'div',
      { class: 'step-line' },
      h('span', { class: 'verdict' }, verdict === 'passes' ? 'passes' : 'stops'),
      h('span', { class: 'soft' }, KINDS[kind] ?? kind),
      stepName(name),
    ),
    reason && h('p', { class: 'reason' }, reason),
    notes.map((note) => h('p', { class: 'soft small' }, note)),
    next.length > 0 && h('ul', {}, next.map(drawStep)),
  );

/** `uploads to arn:aws:sqs:...` names a rule and where it leads, `arn:... (email alex@example.com)` a subscription. */
function stepName(name) {
  const [rule, destination] = name.split(' to ');
  if (destination) return h('span', { class: 'mono' }, rule, ' → ', resource(destination));
  const [, subscription] = / \((.+)\)$/.exec(name) ?? [];
  if (subscription) return h('span', { class: 'mono', title: name }, shortened(subscription));
  return name.includes(':') ? resource(name, { kind: false }) : h('span', { class: 'mono' }, name);
}
