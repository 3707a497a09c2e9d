import { h } from './dom.js';

const TOASTS_MAX = 3;
const SHOWN_MS = 6000;

/** Says what an action did, on screen and to screen readers. */
export function toast(text, tone = '') {
  const list = document.getElementById('toasts');
  const item = h('p', { class: `toast ${tone}` }, text);
  list.append(item);
  while (list.children.length > TOASTS_MAX) list.firstChild.remove();
  setTimeout(() => item.remove(), SHOWN_MS);
}

/** Runs an action of a button: held down meanwhile, its outcome told, its failure told. Answers whether it went well. */
export async function act(button, action) {
  button.disabled = true;
  try {
    const said = await action();
    if (said) toast(said);
    return true;
  } catch (error) {
    toast(error.message, 'bad');
    return false;
  } finally {
    button.disabled = false;
  }
}
