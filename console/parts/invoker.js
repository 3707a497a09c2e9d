import { aws } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { duration } from '../lib/format.js';
import { code, json } from './code.js';
import { badge, failure } from './common.js';
import { choiceField, form, textArea } from './fields.js';
import { INVOCATIONS } from './samples.js';

/** Functions may take a quarter of an hour. */
const TIMEOUT_MS = 15 * 60_000 + 5000;

/** Invokes a function with an event of one's own, and shows what it answers and logs. */
export function invoker({ name, region, account }) {
  const answer = h('div', { class: 'answer', role: 'status' });
  const names = Object.keys(INVOCATIONS);
  const payload = textArea('Event', 'payload', {
    value: JSON.stringify(INVOCATIONS[names[0]], null, 2),
    rows: 12,
  });
  const sample = choiceField(
    'Sample',
    'sample',
    names.map((each) => [each, each]),
    names[0],
  );
  sample.addEventListener('change', ({ target }) => {
    payload.querySelector('textarea').value = JSON.stringify(INVOCATIONS[target.value], null, 2);
  });
  const invoke = async ({ payload: text }) => {
    const startedAt = performance.now();
    fill(answer, h('p', { class: 'soft' }, 'Running…'));
    try {
      const input = {
        FunctionName: name,
        Payload: toBase64(text),
        LogType: 'Tail',
        region,
        account,
      };
      const result = await aws('lambda', 'Invoke', input, { timeoutMs: TIMEOUT_MS });
      fill(answer, drawResult(result, performance.now() - startedAt));
    } catch (error) {
      fill(answer, failure(error));
    }
  };
  return [
    form({ class: 'fields' }, invoke, sample, payload, h('button', { class: 'primary' }, 'Invoke')),
    answer,
  ];
}

const drawResult = ({ FunctionError, Payload = '', LogResult = '' }, ms) => [
  h(
    'p',
    { class: 'row' },
    badge(FunctionError ? 'failed' : 'delivered'),
    FunctionError,
    h('span', { class: 'soft' }, duration(ms)),
  ),
  json(fromBase64(Payload), 'Answer'),
  LogResult && code(fromBase64(LogResult), 'Log'),
];

/** Base64 of UTF-8, which `btoa` alone does not do. */
const toBase64 = (text) => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

const fromBase64 = (base64) =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.codePointAt(0)));
