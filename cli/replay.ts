import { connect } from './client.ts';
import { defineCommand, type Given, usageError } from './command.ts';
import { print, printJson } from './style.ts';

const AIM_FLAGS = [
  {
    name: 'rule',
    value: 'ID',
    help: 'only by this rule: a configuration id, or EventBridgeConfiguration',
  },
  {
    name: 'destination',
    value: 'ARN',
    help: 'to this queue, topic or function, whatever the rules say',
  },
] as const;

/** `spillway replay`: events of the past again, for those who listen. */
export const replay = defineCommand({
  usage: 'replay BUCKET [OPTION ...]',
  summary: `Lets a stretch of the journal of a bucket happen again, oldest first: through the bucket's rules as they are
now, through one rule, or to another destination. The journal marks it as a replay.`,
  flags: [
    { name: 'prefix', value: 'TEXT', help: 'only keys that begin so' },
    { name: 'since', value: 'TIME', help: 'from then on: 15m, 2h, 2026-05-01T12:00:00Z' },
    { name: 'until', value: 'TIME', help: 'up to then; now when left out' },
    {
      name: 'event',
      value: 'EVENT',
      help: 'only these: s3:ObjectCreated:*, s3:ObjectRemoved:Delete',
    },
    ...AIM_FLAGS,
  ],
  examples: [
    'replay photos --since 2h --rule thumbnails',
    'replay photos --prefix pets/ --since 1d',
  ],
  positionalsMax: 1,
  run: (given) =>
    repeat(given, 'replay', 'replayed', {
      events: given.text('event'),
      since: given.text('since'),
      until: given.text('until'),
    }),
});

/** `spillway backfill`: events for objects that were there before the rule. */
export const backfill = defineCommand({
  usage: 'backfill BUCKET [OPTION ...]',
  summary: `Raises ObjectCreated:Put for the objects that a bucket has, for rules that came after them. The journal marks
it as a backfill.`,
  flags: [{ name: 'prefix', value: 'TEXT', help: 'only keys that begin so' }, ...AIM_FLAGS],
  examples: ['backfill photos --rule thumbnails'],
  positionalsMax: 1,
  run: (given) => repeat(given, 'backfill', 'raised', {}),
});

/** Calls again and again until all is done: each call does a bounded piece. */
async function repeat(
  given: Given,
  path: 'replay' | 'backfill',
  counted: 'replayed' | 'raised',
  more: object,
): Promise<number> {
  const [bucket] = given.positionals;
  if (bucket === undefined) throw usageError('which bucket?', 'give its name');
  const client = connect(given);
  const total = { considered: 0, [counted]: 0, deliveries: 0 };
  let body: object = {
    bucket: bucket.replace(/^s3:\/\//, '').replace(/\/$/, ''),
    prefix: given.text('prefix'),
    rule: given.text('rule'),
    destination: given.text('destination'),
    ...more,
  };
  for (;;) {
    const answer = await client.post(path, body);
    for (const name of Object.keys(total) as (keyof typeof total)[])
      total[name] = (total[name] ?? 0) + answer[name];
    if (answer.next === undefined) break;
    body = { ...body, after: answer.next, until: answer.until };
  }
  if (given.on('json')) printJson(total);
  else
    print(
      `${total[counted]} of ${total.considered} ${counted}, which makes ${total.deliveries} ${total.deliveries === 1 ? 'delivery' : 'deliveries'}`,
    );
  return 0;
}
