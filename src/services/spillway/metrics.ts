import { renderGauge, renderMetrics } from '../../lib/metrics.ts';
import { countDeliveriesByKind, nextQueueDepth } from '../../storage/tables/metrics.ts';
import { activityOf } from '../activity.ts';
import type { Context } from '../context.ts';
import type { Page } from './page.ts';

/** Queues shown: the oldest, because every one is a series that a monitor keeps. */
const QUEUES_MAX = 100;

/**
 * Metrics - how storage, deliveries, queues and functions fare, in the text format of Prometheus.
 * The gateway adds the requests.
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export async function metrics(_input: object, context: Context): Promise<Page> {
  const families = [
    ...renderMetrics().values(),
    await deliveries(context),
    await queues(context),
    environments(context),
    renderGauge(
      { name: 'spillway_activities', help: 'Tries and rounds of loops under way.', labels: [] },
      [[[], activityOf(context.storage).active]],
    ),
  ];
  return { contentType: 'text/plain; version=0.0.4; charset=utf-8', body: families.join('') };
}

async function deliveries({ storage }: Context): Promise<string> {
  const counts = await storage.read(countDeliveriesByKind);
  return renderGauge(
    {
      name: 'spillway_deliveries',
      help: 'Deliveries that are owed or were given up.',
      labels: ['kind', 'state'],
    },
    counts.map(({ kind, state, n }) => [[kind, state], Number(n)]),
  );
}

async function queues({ storage }: Context): Promise<string> {
  const depths: [string[], number][] = [];
  for (let afterId = 0; depths.length < QUEUES_MAX; ) {
    // One at a time, so that other work gets its turn in between.
    const queue = await storage.read((reader) => nextQueueDepth(reader, afterId));
    if (!queue) break;
    depths.push([[queue.arn], queue.depth]);
    afterId = queue.id;
  }
  return renderGauge(
    { name: 'spillway_queue_messages', help: 'Messages stored in a queue.', labels: ['queue'] },
    depths,
  );
}

function environments({ functions }: Context): string {
  const { idle, busy, waiting } = functions.stats();
  return renderGauge(
    {
      name: 'spillway_function_environments',
      help: 'Execution environments of functions, and invocations that wait for one.',
      labels: ['state'],
    },
    [
      [['idle'], idle],
      [['busy'], busy],
      [['waiting'], waiting],
    ],
  );
}
