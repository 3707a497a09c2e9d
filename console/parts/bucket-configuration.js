import { aws } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { json } from './code.js';
import { resource } from './common.js';
import { lazyDetails } from './lazy-details.js';
import { table } from './table.js';

/** How a bucket is configured: its rules as a table, the rest as AWS tells it, once somebody asks. */
export function bucketConfiguration({ name, account, region, notification }, signal) {
  const rules = rulesOf(notification);
  const further = (title, operation) =>
    lazyDetails(title, async () => {
      const place = { Bucket: name, account, region };
      return json(await aws('s3', operation, place, { signal }), title);
    });
  return [
    rules.length === 0
      ? h('p', { class: 'soft' }, 'No rule: nobody hears of what happens here.')
      : table('Notification rules', RULE_COLUMNS, rules),
    further('Bucket policy', 'GetBucketPolicy'),
    further('CORS', 'GetBucketCors'),
    further('Tags', 'GetBucketTagging'),
  ];
}

const RULE_COLUMNS = [
  { label: 'Rule', className: 'key', cell: ({ id }) => h('span', { class: 'mono' }, id) },
  { label: 'Events', cell: ({ events }) => events.join(', ') },
  { label: 'Keys', cell: ({ keys }) => h('code', {}, keys) },
  { label: 'To', cell: ({ destination }) => destination && resource(destination) },
];

function rulesOf(notification = {}) {
  const {
    QueueConfigurations = [],
    TopicConfigurations = [],
    LambdaFunctionConfigurations = [],
  } = notification;
  const rules = [
    ...QueueConfigurations.map((each) => ruleOf(each, each.QueueArn)),
    ...TopicConfigurations.map((each) => ruleOf(each, each.TopicArn)),
    ...LambdaFunctionConfigurations.map((each) => ruleOf(each, each.LambdaFunctionArn)),
  ];
  if (!notification.EventBridgeConfiguration) return rules;
  return [...rules, { id: 'EventBridge', events: ['all'], keys: '*', destination: undefined }];
}

function ruleOf({ Id, Events, Filter }, destination) {
  const value = (name) =>
    Filter?.Key?.FilterRules?.find((rule) => rule.Name.toLowerCase() === name)?.Value ?? '';
  return { id: Id, events: Events, keys: `${value('prefix')}*${value('suffix')}`, destination };
}
