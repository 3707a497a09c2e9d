import { aws } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { panel } from './common.js';
import { form, textArea } from './fields.js';
import { SAMPLE_EVENT } from './samples.js';

/** Asks EventBridge itself whether a pattern matches an event. */
export function patternTester(pattern = SAMPLE_PATTERN) {
  const answer = h('p', { role: 'status' });
  const ask = async ({ pattern: EventPattern, event: Event }) => {
    try {
      const { Result } = await aws('eventbridge', 'TestEventPattern', { EventPattern, Event });
      fill(
        answer,
        h(
          'span',
          { class: `state ${Result ? 'good' : 'bad'}` },
          Result ? 'matches' : 'does not match',
        ),
      );
    } catch (error) {
      fill(answer, h('span', { class: 'state bad' }, error.message));
    }
  };
  return panel(
    'Try a pattern',
    form(
      { class: 'pattern-tester' },
      ask,
      h(
        'div',
        { class: 'columns' },
        textArea('Pattern', 'pattern', { value: JSON.stringify(pattern, null, 2), rows: 12 }),
        textArea('Event', 'event', { value: JSON.stringify(SAMPLE_EVENT, null, 2), rows: 12 }),
      ),
      h('div', { class: 'row' }, h('button', { class: 'primary' }, 'Try'), answer),
    ),
  );
}

const SAMPLE_PATTERN = { source: ['aws.s3'], 'detail-type': ['Object Created'] };
