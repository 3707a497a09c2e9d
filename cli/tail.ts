import { connect } from './client.ts';
import { defineCommand } from './command.ts';
import { bold, colorState, dim, print } from './style.ts';

interface Event {
  readonly id: number;
  readonly at: string;
  readonly source: string;
  readonly subject: string;
  readonly about?: string;
  readonly name: string;
  readonly state: string;
  readonly hops: number;
  readonly origin?: string;
}

/** `spillway tail`: events as they happen, until Ctrl-C. */
export const tail = defineCommand({
  usage: 'tail [OPTION ...]',
  summary: 'Prints events as they happen, until Ctrl-C. With --json one object a line.',
  flags: [
    { name: 'bucket', value: 'NAME', help: 'only events of this bucket' },
    { name: 'source', value: 'ARN', help: 'only events of this topic, bus or function' },
    { name: 'prefix', value: 'TEXT', help: 'only keys that begin so' },
    {
      name: 'event',
      value: 'EVENT',
      help: 'only these: s3:ObjectCreated:*, s3:ObjectRemoved:Delete',
    },
    {
      name: 'state',
      value: 'STATE',
      help: 'only unmatched, pending, delivered, failed or dropped',
    },
    { name: 'since', value: 'TIME', help: 'begin in the past: 15m, 2h, 2026-05-01T12:00:00Z' },
  ],
  examples: ['tail --bucket photos --event "s3:ObjectCreated:*"', 'tail --since 15m --json'],
  async run(given) {
    const client = connect(given);
    const filter = {
      bucket: given.text('bucket'),
      source: given.text('source'),
      prefix: given.text('prefix'),
      name: given.text('event'),
      state: given.text('state'),
    };
    const write = (events: readonly Event[]) => {
      for (const event of events)
        if (given.on('json')) print(JSON.stringify(event));
        else writeEvent(event);
    };
    const since = given.text('since');
    let { next: after, stopping = false } = await client.get('tail', filter);
    if (since !== undefined) {
      const past = await client.get('events', { ...filter, since, limit: PAST_MAX });
      write([...past.events].reverse().filter(({ id }) => id <= after));
    }
    while (!stopping) {
      const news = await client.get('tail', { ...filter, after });
      write(news.events);
      after = news.next;
      stopping = news.stopping ?? false;
    }
    return 0;
  },
});

const PAST_MAX = 1000;

function writeEvent({ at, source, about, subject, name, state, hops, origin }: Event): void {
  const where = source.replace(/^arn:aws:s3:::/, 's3://');
  const which = about ?? subject;
  const what = which === '' ? where : `${where}${where.startsWith('s3://') ? '/' : ' '}${which}`;
  const extra = [hops > 0 ? `hop ${hops}` : '', origin ?? ''].filter((text) => text !== '');
  const tail = extra.length === 0 ? '' : dim(` (${extra.join(', ')})`);
  print(`${dim(at)}  ${colorState(state.padEnd(9))}  ${name}  ${bold(what)}${tail}`);
}
