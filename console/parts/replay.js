import { post } from '../lib/api.js';
import { plural } from '../lib/format.js';
import { act } from '../lib/toasts.js';
import { button } from './common.js';
import { confirm } from './confirm.js';
import { textField } from './fields.js';

/** Calls of one replay: each repeats as many events as the server lets. */
const CALLS_MAX = 1000;

/** Lets a stretch of the journal of one bucket happen again. `stretch` answers `{ bucket, prefix, events, since, until }`. */
export const replayButton = (label, stretch) =>
  button(label, async ({ target }) => {
    const decided = await confirm({
      title: 'Replay?',
      text: 'It goes through the rules of the bucket as they are now, marked as a replay; or to one destination, which must let the bucket in.',
      action: 'Replay',
      fields: [
        textField('Only to (ARN)', 'destination', { placeholder: 'whoever the rules name' }),
      ],
    });
    if (decided) await act(target, () => replay({ ...stretch(), ...decided }));
  });

async function replay(stretch) {
  let { until } = stretch;
  let replayed = 0;
  let deliveries = 0;
  let after;
  for (let call = 0; call < CALLS_MAX; call++) {
    const answer = await post('api/replay', { ...stretch, until, after });
    replayed += answer.replayed;
    deliveries += answer.deliveries;
    ({ next: after, until } = answer);
    if (after === undefined) break;
  }
  if (replayed === 0) return 'Nothing of it is wanted by the rules as they are now.';
  return `Replayed: ${plural(replayed, 'event')}, ${plural(deliveries, 'delivery', 'deliveries')}.`;
}
