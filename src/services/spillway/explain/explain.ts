import { bucketArn } from '../../../aws/arn.ts';
import { fail } from '../../../aws/error.ts';
import { EVENT_NAMES, type S3Change } from '../../../events/s3/index.ts';
import type { Reader } from '../../../storage/storage.ts';
import { type BucketRow, getBucket } from '../../../storage/tables/buckets.ts';
import type { EventRow } from '../../../storage/tables/events.ts';
import { searchJournal } from '../../../storage/tables/journal.ts';
import { getLiveObject, NULL_VERSION, type ObjectRow } from '../../../storage/tables/objects.ts';
import type { Context } from '../../context.ts';
import { type EventSummary, summaryOf } from '../event-summary.ts';
import { type Given, invalidInput, notFound, readText, requireText } from '../input.ts';
import { jsonPage, type Page } from '../page.ts';
import { type Trail, trailOf } from '../trail.ts';
import { loopsOfBucket, type Warning } from '../warnings.ts';
import { explainBucket } from './explain-bucket.ts';
import { type Finding, findingsOf } from './findings.ts';
import { type Step, stoppedAt } from './step.ts';

export interface ExplainInput {
  readonly bucket?: Given;
  readonly key?: Given;
  /** `s3:ObjectCreated:Put`; what happened to the object last when left out. */
  readonly event?: Given;
  readonly version?: Given;
}

/** Why an event of an object did or did not arrive, and what would become of one now. */
export interface Explanation {
  readonly bucket: string;
  readonly key: string;
  /** The event that is explained: `ObjectCreated:Put`. */
  readonly event: string;
  readonly object: { readonly size: number; readonly modifiedAt: string } | undefined;
  /** The latest such event in the journal. */
  readonly happened:
    | { readonly event: EventSummary; readonly findings: readonly Finding[]; readonly trail: Trail }
    | undefined;
  /** The way of such an event if it happened now. */
  readonly now: Step;
  /** Every reason why something does not arrive: of what happened, and of what would happen. */
  readonly reasons: readonly string[];
  readonly warnings: readonly Warning[];
}

const PUT = 'ObjectCreated:Put';
/** Events of one object that are looked through for one version. */
const EVENTS_MAX = 200;

/** Explain - see `Explanation`. */
export async function explain(input: ExplainInput, context: Context): Promise<Page> {
  const name = requireText('bucket', input.bucket);
  const key = requireText('key', input.key);
  const asked = readEvent(input.event);
  const version = readText('version', input.version);
  const now = context.clock.now();
  return context.storage.read(async (reader) => {
    const bucket = (await getBucket(reader, name)) ?? fail(notFound(`There is no bucket ${name}.`));
    const event = await latestEvent(reader, { bucket: name, key, asked, version });
    const object = await getLiveObject(reader, name, key);
    const eventName = asked ?? event?.name ?? PUT;
    const change = changeOf(context, bucket, { key, eventName, event, object });
    const step = await explainBucket(reader, bucket, change, now);
    const happened = event && (await explainEvent(reader, event, now));
    const explanation: Explanation = {
      bucket: name,
      key,
      event: eventName,
      object: object && {
        size: object.size,
        modifiedAt: new Date(object.modified_at).toISOString(),
      },
      happened,
      now: step,
      reasons: [
        ...(happened?.findings ?? [nothingHappened(key, asked, object)])
          .filter(({ level }) => level === 'stopped')
          .map(({ text }) => text),
        ...stoppedAt(step),
      ],
      warnings: await loopsOfBucket(reader, bucket, now),
    };
    return jsonPage(explanation);
  });
}

function readEvent(given: Given): string | undefined {
  const name = readText('event', given)?.replace(/^s3:/, '');
  if (name === undefined || EVENT_NAMES.includes(name)) return name;
  throw invalidInput('event', given, 'an event of S3 such as s3:ObjectCreated:Put');
}

interface Asked {
  readonly bucket: string;
  readonly key: string;
  readonly asked: string | undefined;
  readonly version: string | undefined;
}

async function latestEvent(
  reader: Reader,
  { bucket, key, asked, version }: Asked,
): Promise<EventRow | undefined> {
  const search = { source: bucketArn(bucket), subject: key, name: asked };
  if (version === undefined) return (await searchJournal(reader, search, 1))[0];
  const events = await searchJournal(reader, search, EVENTS_MAX);
  return events.find(({ payload }) => JSON.parse(payload).versionId === version);
}

async function explainEvent(reader: Reader, event: EventRow, now: number) {
  const trail = await trailOf(reader, event, now);
  const node = findNode(trail.root, event.id) ?? trail.root;
  const states = node.deliveries.map(({ state }) => state);
  return { event: summaryOf(event, states), findings: findingsOf(node), trail };
}

function findNode(node: Trail['root'], id: number): Trail['root'] | undefined {
  if (node.id === id) return node;
  const children = [...node.caused, ...node.deliveries.flatMap(({ caused }) => caused)];
  for (const child of children) {
    const found = findNode(child, id);
    if (found) return found;
  }
  return undefined;
}

function nothingHappened(
  key: string,
  asked: string | undefined,
  object: ObjectRow | undefined,
): Finding {
  const what = asked === undefined ? 'nothing that happened to' : `no ${asked} of`;
  const exists = object
    ? `the object is there, last changed at ${new Date(object.modified_at).toISOString()}`
    : 'there is no such object; keys are case-sensitive';
  return { level: 'stopped', text: `the journal has ${what} ${JSON.stringify(key)}; ${exists}` };
}

/**
 * The change that is sent on its way in thought: the latest one, else one made up of what is known
 * of the object.
 */
function changeOf(
  { ids, requestId, hostId }: Context,
  bucket: BucketRow,
  known: {
    readonly key: string;
    readonly eventName: string;
    readonly event: EventRow | undefined;
    readonly object: ObjectRow | undefined;
  },
): S3Change {
  const { key, eventName, event, object } = known;
  if (event && event.name === eventName) return JSON.parse(event.payload);
  return {
    eventName,
    reason: REASONS[eventName] ?? 'PutObject',
    key,
    sequence: object?.sequence ?? ids.sequence(),
    atMs: object?.modified_at ?? 0,
    size: object?.size ?? 0,
    etag: object?.etag,
    versionId: object && object.version !== NULL_VERSION ? object.version : undefined,
    bucket: bucket.name,
    region: bucket.region,
    bucketOwnerAccount: bucket.account,
    ownerPrincipalId: '',
    principalId: '',
    requesterAccount: bucket.account,
    requestId,
    hostId,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  'ObjectCreated:Post': 'POST Object',
  'ObjectCreated:Copy': 'CopyObject',
  'ObjectCreated:CompleteMultipartUpload': 'CompleteMultipartUpload',
  'ObjectRemoved:Delete': 'DeleteObject',
  'ObjectRemoved:DeleteMarkerCreated': 'DeleteObject',
};
