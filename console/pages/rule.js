import { aws } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { nameOf } from '../lib/names.js';
import { act } from '../lib/toasts.js';
import { absent } from '../parts/absent.js';
import { json } from '../parts/code.js';
import { back, badge, button, facts, pageHead, panel, resource, time } from '../parts/common.js';
import { patternTester } from '../parts/pattern-tester.js';
import { findResource } from '../parts/resource-list.js';
import { table } from '../parts/table.js';

/** One rule of an event bus, its targets, and its pattern to try. `name` is what follows `rule/` in its ARN. */
export async function rule({ named: { name }, signal }) {
  const found = await findResource('api/rules', 'rules', ({ arn }) => nameOf(arn) === name, signal);
  if (!found) return absent('rule', name, '#/rules');
  const { arn, bus, state, description, pattern, schedule, nextFireAt, targets } = found;
  return {
    title: found.name,
    element: [
      back('#/rules', 'Rules'),
      pageHead(found.name, description, switchButton(found)),
      panel(
        'Rule',
        facts([
          ['ARN', h('code', {}, arn)],
          ['Bus', resource(bus)],
          ['State', badge(state.toLowerCase())],
          ['Schedule', schedule && h('code', {}, schedule)],
          ['Fires next', nextFireAt && time(nextFireAt)],
        ]),
      ),
      panel(
        'Targets',
        targets.length === 0
          ? h('p', { class: 'soft' }, 'None: what matches goes nowhere.')
          : table('Targets', TARGET_COLUMNS, targets),
      ),
      pattern && patternTester(pattern),
    ],
  };
}

function switchButton({ arn, name, bus, state }) {
  const [, , , region, account] = arn.split(':');
  const on = state !== 'DISABLED';
  const turn = async ({ target }) => {
    const input = { Name: name, EventBusName: nameOf(bus), region, account };
    const done = await act(target, async () => {
      await aws('eventbridge', on ? 'DisableRule' : 'EnableRule', input);
      return on ? 'The rule is disabled.' : 'The rule is enabled.';
    });
    if (done) window.dispatchEvent(new HashChangeEvent('hashchange'));
  };
  return button(on ? 'Disable' : 'Enable', turn);
}

const TARGET_COLUMNS = [
  { label: 'Id', cell: ({ Id }) => h('span', { class: 'mono' }, Id) },
  { label: 'To', className: 'key', cell: ({ Arn }) => resource(Arn) },
  {
    label: 'Settings',
    cell: ({ Id, Arn, ...rest }) =>
      Object.keys(rest).length > 0 &&
      h('details', {}, h('summary', {}, Object.keys(rest).join(', ')), json(rest, 'Settings')),
  },
];
