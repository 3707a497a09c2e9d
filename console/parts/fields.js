import { get } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { toast } from '../lib/toasts.js';

/** Labelled fields of forms. */
export const textField = (label, name, attributes = {}) =>
  h(
    'label',
    { class: 'field' },
    label,
    h('input', { name, autocomplete: 'off', spellcheck: 'false', ...attributes }),
  );

/** Offers the buckets that there are, as soon as somebody goes there. */
export function bucketField(attributes, signal) {
  const names = h('datalist', { id: 'bucket-names' });
  const offer = async () => {
    try {
      const { buckets } = await get('api/buckets', {}, signal);
      fill(
        names,
        buckets.map(({ name }) => h('option', { value: name })),
      );
    } catch (error) {
      if (!signal.aborted) toast(error.message, 'bad');
    }
  };
  const field = textField('Bucket', 'bucket', {
    ...attributes,
    list: 'bucket-names',
    'data-search': true,
    onfocus: offer,
  });
  return [field, names];
}

/** `options` are `[value, label]`. */
export function choiceField(label, name, options, value = '') {
  const select = h(
    'select',
    { name },
    options.map(([each, text]) => h('option', { value: each }, text)),
  );
  select.value = value;
  return h('label', { class: 'field' }, label, select);
}

export const textArea = (label, name, attributes = {}) =>
  h(
    'label',
    { class: 'field wide' },
    label,
    h('textarea', { name, spellcheck: 'false', rows: 10, ...attributes }),
  );

/** What a form says: `{ name: value }`, trimmed. */
export const valuesOf = (form) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));

/** A form that calls `onValues` when it is sent. */
export function form(attributes, onValues, ...children) {
  return h(
    'form',
    {
      ...attributes,
      onsubmit(event) {
        event.preventDefault();
        onValues(valuesOf(event.target));
      },
    },
    children,
  );
}

const TYPED_MS = 250;

/** A form that searches while one types; `search` gets its values. */
export function searchForm(label, search, ...fields) {
  let timer;
  const typed = ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => search(valuesOf(target.form)), TYPED_MS);
  };
  const attributes = { class: 'fields', role: 'search', 'aria-label': label, oninput: typed };
  return form(attributes, search, ...fields);
}
