import { get } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { bytes } from '../lib/format.js';
import { link, shortened } from '../lib/names.js';
import { rememberQuery } from '../lib/router.js';
import { badge, failure, pageHead, panel, time } from '../parts/common.js';
import { bucketField, choiceField, form, textField } from '../parts/fields.js';
import { drawSteps } from '../parts/steps.js';

/** What would become of an event, and what became of the last one: rule by rule, with the reason in plain words. */
export async function explain({ query, signal }) {
  const answer = h('div', { class: 'answer', 'aria-live': 'polite' });
  const ask = async (values) => {
    rememberQuery(values);
    answer.setAttribute('aria-busy', 'true');
    try {
      fill(answer, drawExplanation(await get('api/explain', values, signal)));
    } catch (error) {
      if (!signal.aborted) fill(answer, failure(error));
    }
    answer.setAttribute('aria-busy', 'false');
  };
  if (query.bucket && query.key) void ask(query);
  return {
    title: 'Explain',
    element: [
      pageHead(
        'Explain',
        'Name an object. It need not exist: this is what an event of it would meet on its way, and why it would stop.',
      ),
      form(
        { class: 'panel fields', 'aria-label': 'Explain' },
        ask,
        bucketField({ value: query.bucket ?? '', required: true }, signal),
        textField('Key', 'key', {
          value: query.key ?? '',
          required: true,
          placeholder: 'pets/rex.jpg',
        }),
        choiceField('Event', 'event', EVENTS, query.event?.replace(/^s3:/, '') ?? ''),
        h('button', { class: 'primary' }, 'Explain'),
      ),
      answer,
    ],
  };
}

const EVENTS = [
  ['', 'whatever happened last'],
  ...[
    'ObjectCreated:Put',
    'ObjectCreated:Post',
    'ObjectCreated:Copy',
    'ObjectCreated:CompleteMultipartUpload',
    'ObjectRemoved:Delete',
    'ObjectRemoved:DeleteMarkerCreated',
    'ObjectTagging:Put',
    'ObjectTagging:Delete',
    'ObjectAcl:Put',
    'ObjectRestore:Post',
    'ObjectRestore:Completed',
  ].map((name) => [name, name]),
];

function drawExplanation({ key, event, object, now, happened, reasons, warnings }) {
  return [
    drawVerdict(reasons),
    warnings.map(({ text }) => h('p', { class: 'hint' }, text)),
    h(
      'div',
      { class: 'columns' },
      panel(
        'What would happen now',
        h(
          'p',
          { class: 'soft' },
          event,
          ' of ',
          h('span', { class: 'mono' }, key),
          object ? `, ${bytes(object.size)}` : ', which does not exist',
        ),
        drawSteps(now),
      ),
      panel('What happened last', drawHappened(happened)),
    ),
  ];
}

/** What happened and what would happen often have one reason: the same is told once of the same place. */
function distinct(reasons) {
  const byCause = new Map();
  for (const reason of reasons.map(shortened)) {
    const cause = reason.slice(reason.indexOf(': '));
    const place = reason.split(/[ :]/, 2).join(' ');
    if (!byCause.has(place + cause)) byCause.set(place + cause, reason);
  }
  return [...byCause.values()];
}

function drawVerdict(all) {
  const reasons = distinct(all);
  if (reasons.length === 0)
    return h('p', { class: 'verdict-line good' }, 'It arrives everywhere it is meant to.');
  return h(
    'section',
    { class: 'panel', 'aria-label': 'Reasons' },
    h('h2', {}, reasons.length === 1 ? 'The reason' : `${reasons.length} reasons`),
    h(
      'ul',
      { class: 'reasons' },
      reasons.map((reason) => h('li', {}, reason)),
    ),
  );
}

function drawHappened(happened) {
  if (!happened) return h('p', { class: 'soft' }, 'The journal has no such event of this object.');
  const { event, findings } = happened;
  return [
    h(
      'p',
      { class: 'row' },
      h('a', { href: link('events', String(event.id)) }, event.name),
      badge(event.state),
      time(event.at),
    ),
    h(
      'ul',
      { class: 'findings' },
      findings.map(({ level, text }) =>
        h(
          'li',
          { class: level },
          h('span', { class: 'verdict' }, LEVELS[level]),
          h('span', { title: text }, shortened(text)),
        ),
      ),
    ),
  ];
}

const LEVELS = { ok: 'done', waiting: 'waiting', stopped: 'stopped' };
