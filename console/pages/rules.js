import { h } from '../lib/dom.js';
import { link, nameOf } from '../lib/names.js';
import { cliEnvironment, commands } from '../parts/code.js';
import { badge, empty, resource, time } from '../parts/common.js';
import { patternTester } from '../parts/pattern-tester.js';
import { resourceList } from '../parts/resource-list.js';

/** The rules of all event buses, and a place to try a pattern. */
export async function rules({ signal }) {
  const { element, title } = await resourceList({
    title: 'Rules',
    text: 'What event buses hand on, to whom.',
    path: 'api/rules',
    member: 'rules',
    noun: 'rule',
    columns: COLUMNS,
    whenEmpty: noRules,
    signal,
  });
  return { title, element: [element, patternTester()] };
}

const COLUMNS = [
  {
    label: 'Name',
    className: 'key',
    cell: ({ arn, name }) =>
      h('a', { href: link('rules', nameOf(arn)), class: 'mono', 'data-step': true }, name),
  },
  { label: 'Bus', cell: ({ bus }) => nameOf(bus) },
  { label: 'State', cell: ({ state }) => badge(state.toLowerCase()) },
  {
    label: 'When',
    cell: ({ schedule, nextFireAt }) =>
      schedule ? [h('code', {}, schedule), nextFireAt && [', next ', time(nextFireAt)]] : 'pattern',
  },
  { label: 'To', cell: ({ targets }) => targets.map(({ Arn }) => h('div', {}, resource(Arn))) },
];

const noRules = () =>
  empty(
    'No rule yet',
    'Switch on EventBridge for a bucket, and a rule sees every change in it.',
    commands(`${cliEnvironment()}
aws s3api put-bucket-notification-configuration --bucket pets --notification-configuration '{"EventBridgeConfiguration": {}}'
aws events put-rule --name new-pets --event-pattern '{"source": ["aws.s3"], "detail-type": ["Object Created"]}'`),
  );
