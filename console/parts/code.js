import { h } from '../lib/dom.js';
import { prettyJson } from '../lib/format.js';
import { toast } from '../lib/toasts.js';

/** Text of a fixed width that scrolls by itself and can be reached by keyboard. */
export const code = (text, label = 'Text') =>
  h('pre', { class: 'code', tabindex: 0, role: 'region', 'aria-label': label }, text);

export const json = (value, label = 'JSON') => code(prettyJson(value), label);

/** Commands to copy. */
export function commands(text) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast('Copied');
  };
  return h(
    'div',
    { class: 'copy' },
    code(text, 'Commands'),
    navigator.clipboard && h('button', { type: 'button', onclick: copy }, 'Copy'),
  );
}

/** Lets every `aws` that follows in the same shell talk to this server. */
export const cliEnvironment = () =>
  `export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1
aws() { command aws --endpoint-url ${location.origin} "$@"; }
`;
