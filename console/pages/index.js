import { bucket } from './bucket.js';
import { buckets } from './buckets.js';
import { deliveries } from './deliveries.js';
import { event } from './event.js';
import { explain } from './explain.js';
import { lambdaFunction } from './function.js';
import { functions } from './functions.js';
import { mail, mailbox } from './mailbox.js';
import { object } from './object.js';
import { overview } from './overview.js';
import { queue } from './queue.js';
import { queues } from './queues.js';
import { rule } from './rule.js';
import { rules } from './rules.js';
import { timeline } from './timeline.js';
import { topic, topics } from './topics.js';
import { warnings } from './warnings.js';

/** The pages, as the menu shows them and by their addresses. */
export const PAGE_GROUPS = [
  {
    title: 'Flow',
    pages: [
      { href: '#/', label: 'Overview', key: 'o' },
      { href: '#/timeline', label: 'Timeline', key: 't' },
      { href: '#/explain', label: 'Explain', key: 'e' },
      { href: '#/deliveries', label: 'Deliveries', key: 'd' },
      { href: '#/warnings', label: 'Warnings', key: 'w' },
    ],
  },
  {
    title: 'Resources',
    pages: [
      { href: '#/buckets', label: 'Buckets', key: 'b' },
      { href: '#/queues', label: 'Queues', key: 'q' },
      { href: '#/topics', label: 'Topics', key: 's' },
      { href: '#/rules', label: 'Rules', key: 'r' },
      { href: '#/functions', label: 'Functions', key: 'f' },
      { href: '#/mailbox', label: 'Mailbox', key: 'm' },
    ],
  },
];

export const PAGES = {
  '': overview,
  timeline,
  'events/{id}': event,
  explain,
  deliveries,
  warnings,
  mailbox,
  'mailbox/{id}': mail,
  buckets,
  'buckets/{name}': bucket,
  'objects/{path}': object,
  queues,
  'queues/{name}': queue,
  topics,
  'topics/{name}': topic,
  rules,
  'rules/{name}': rule,
  functions,
  'functions/{name}': lambdaFunction,
};
