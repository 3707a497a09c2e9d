import { post } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { plural } from '../lib/format.js';
import { nameOf } from '../lib/names.js';
import { act } from '../lib/toasts.js';
import { button } from './common.js';
import { confirm } from './confirm.js';
import { textField } from './fields.js';

/** Calls of one bulk action: each one redrives as many as the server lets. */
const BULK_CALLS_MAX = 200;

/** What can be done about a delivery that has not arrived; `changed` is called, and waited for, when something was. */
export function deliveryActions({ id, state, destination }, changed) {
  if (state === 'delivered') return null;
  const retry = ({ target }) =>
    act(target, async () => {
      await post(`api/deliveries/${id}/retry`).finally(changed);
      return 'It is tried again now.';
    });
  const drop = async ({ target }) => {
    const decided = await confirm({
      title: 'Drop this delivery?',
      text: `${nameOf(destination)} will not get it. That you dropped it stays on record.`,
      action: 'Drop it',
      danger: true,
      fields: [textField('Reason', 'reason')],
    });
    if (!decided) return;
    await act(target, async () => {
      await post(`api/deliveries/${id}/drop`, decided).finally(changed);
      return 'Dropped, and noted down.';
    });
  };
  return h(
    'span',
    { class: 'row' },
    button('Retry now', retry),
    state !== 'dropped' && button('Drop', drop),
  );
}

/** Tries again everything that was given up and that the search finds. */
export async function redriveAll(clicked, { state, destination, since }) {
  const chosen = ['dead', 'rejected', 'dropped'].includes(state) ? state : undefined;
  const where = destination ? ` to ${destination}` : '';
  const decided = await confirm({
    title: 'Redrive what failed?',
    text: `Deliveries that are ${chosen ?? 'dead or rejected'}${where} are tried again now.`,
    action: 'Redrive',
  });
  if (!decided) return;
  await act(clicked, async () => {
    let redriven = 0;
    let before;
    for (let call = 0; call < BULK_CALLS_MAX; call++) {
      const which = { state: chosen, destination, since, before };
      const answer = await post('api/deliveries/redrive', which);
      redriven += answer.redriven;
      before = answer.next;
      if (before === undefined) break;
    }
    return `${plural(redriven, 'delivery', 'deliveries')} redriven.`;
  });
}
