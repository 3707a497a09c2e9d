import { post } from '../lib/api.js';
import { plural } from '../lib/format.js';
import { act } from '../lib/toasts.js';
import { button } from './common.js';
import { confirm } from './confirm.js';
import { textField } from './fields.js';

/** Calls of one backfill: each sees to as many objects as the server lets. */
const CALLS_MAX = 1000;

/** Raises events for objects that were there before the rule. */
export const backfillButton = (bucket) =>
  button('Backfill', async ({ target }) => {
    const decided = await confirm({
      title: 'Raise events for what is already there?',
      text: 'Every object under the prefix goes through the rules of the bucket as if it were put again, marked as a backfill.',
      action: 'Backfill',
      fields: [textField('Key begins with', 'prefix')],
    });
    if (decided) await act(target, () => backfill(bucket, decided.prefix));
  });

async function backfill(bucket, prefix) {
  let raised = 0;
  let deliveries = 0;
  let after;
  for (let call = 0; call < CALLS_MAX; call++) {
    const answer = await post('api/backfill', { bucket, prefix, after });
    raised += answer.raised;
    deliveries += answer.deliveries;
    after = answer.next;
    if (after === undefined) break;
  }
  if (raised === 0) return 'No rule of the bucket wants any of them.';
  return `${plural(raised, 'event')} raised, ${plural(deliveries, 'delivery', 'deliveries')} made.`;
}
