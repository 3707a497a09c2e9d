import { connect } from './client.ts';
import { defineCommand, usageError } from './command.ts';
import { bad, bold, dim, good, print, printJson, warn } from './style.ts';

/** What the server answers; see `Explanation` there. */
interface Explanation {
  readonly bucket: string;
  readonly key: string;
  readonly event: string;
  readonly happened?: {
    readonly event: {
      readonly id: number;
      readonly at: string;
      readonly name: string;
      readonly state: string;
    };
    readonly findings: readonly {
      readonly level: 'ok' | 'waiting' | 'stopped';
      readonly text: string;
    }[];
  };
  readonly now: Step;
  readonly reasons: readonly string[];
  readonly warnings: readonly { readonly text: string }[];
}

interface Step {
  readonly kind: string;
  readonly name: string;
  readonly verdict: 'passes' | 'stops';
  readonly reason?: string;
  readonly notes: readonly string[];
  readonly next: readonly Step[];
}

const USAGE = 'explain s3://BUCKET/KEY [OPTION ...]';

/**
 * `spillway explain`: why an event of an object did or did not arrive, and what would become of one
 * now.
 */
export const explain = defineCommand({
  usage: USAGE,
  summary:
    'Tells what became of the latest event of an object, and what would become of one now: every rule\nwith its verdict, and for each place where an event stops the first reason.',
  flags: [
    {
      name: 'event',
      value: 'EVENT',
      help: 'such as s3:ObjectCreated:Put; the latest one when left out',
    },
    { name: 'version', value: 'ID', help: 'of which version of the object' },
  ],
  examples: [
    'explain s3://photos/pets/rex.JPG',
    'explain s3://photos/pets/rex.jpg --event s3:ObjectRemoved:Delete',
  ],
  positionalsMax: 1,
  async run(given) {
    const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/s.exec(given.positionals[0] ?? '') ?? [];
    if (bucket === undefined || key === undefined)
      throw usageError('which object?', 'give s3://BUCKET/KEY');
    const explanation: Explanation = await connect(given).get('explain', {
      bucket,
      key,
      event: given.text('event'),
      version: given.text('version'),
    });
    if (given.on('json')) printJson(explanation);
    else write(explanation);
    return 0;
  },
});

const MARKS = { ok: good('✓'), waiting: warn('…'), stopped: bad('✗') } as const;

function write({ bucket, key, event, happened, now, reasons, warnings }: Explanation): void {
  print(bold(`s3://${bucket}/${key}`));
  print();
  if (happened) {
    const { at, name, state, id } = happened.event;
    print(`${bold('What happened')}  ${name} at ${at}, ${state} ${dim(`(event ${id})`)}`);
    for (const { level, text } of happened.findings) print(`  ${MARKS[level]} ${text}`);
  } else print(`${bold('What happened')}  ${reasons[0] ?? 'nothing'}`);
  print();
  print(`${bold('What would happen now')}  to ${event}`);
  writeStep(now, 1);
  for (const { text } of warnings) print(`\n${warn('Warning')}  ${text}`);
}

function writeStep({ kind, name, verdict, reason, notes, next }: Step, depth: number): void {
  const indent = '  '.repeat(depth);
  const mark = verdict === 'passes' ? MARKS.ok : MARKS.stopped;
  print(`${indent}${mark} ${kind.replaceAll('-', ' ')} ${name}`);
  if (reason !== undefined) print(`${indent}  ${bad(reason)}`);
  for (const note of notes) print(`${indent}  ${dim(note)}`);
  for (const step of next) writeStep(step, depth + 1);
}
