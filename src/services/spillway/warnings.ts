import { bucketArn } from '../../aws/arn.ts';
import type { S3Change } from '../../events/s3/index.ts';
import type { Reader } from '../../storage/storage.ts';
import { type BucketRow, getBucket } from '../../storage/tables/buckets.ts';
import type { EventRow } from '../../storage/tables/events.ts';
import { latestCausedEvents } from '../../storage/tables/journal.ts';
import { allRules, allTargets } from '../../storage/tables/wiring.ts';
import type { Context } from '../context.ts';
import { explainBucket } from './explain/explain-bucket.ts';
import type { Step } from './explain/step.ts';
import { jsonPage, type Page } from './page.ts';
import { chainTo } from './trail.ts';

/** A configuration that can feed itself. */
export interface Warning {
  readonly kind: 'loop';
  /** The bucket or rule that it begins at. */
  readonly source: string;
  readonly text: string;
}

const RULES_MAX = 1000;
const TARGETS_MAX = 5000;
/** The latest events that something else led to: what functions were seen to write. */
const CAUSED_MAX = 200;

/** ListWarnings - `{"warnings": [...]}`. */
export async function listWarnings(_input: object, context: Context): Promise<Page> {
  const now = context.clock.now();
  return context.storage.read(async (reader) =>
    jsonPage({ warnings: await findWarnings(reader, now) }),
  );
}

/** Loops among rules, and loops that go by what functions were seen to write. */
export async function findWarnings(reader: Reader, now: number): Promise<Warning[]> {
  return distinct([...(await busLoops(reader)), ...(await observedLoops(reader, now))]);
}

/** Those that have to do with one bucket. */
export async function loopsOfBucket(
  reader: Reader,
  bucket: BucketRow,
  now: number,
): Promise<Warning[]> {
  return distinct(await observedLoops(reader, now, bucketArn(bucket.name)));
}

/**
 * Rules by which an event comes back to the bus it was on: a bus as a target gets the very event,
 * so the rule that matched it matches it again.
 */
async function busLoops(reader: Reader): Promise<Warning[]> {
  const rules = await allRules(reader, '', RULES_MAX);
  const targets = await allTargets(reader, TARGETS_MAX);
  const edges = rules
    .filter(({ state, event_pattern }) => state !== 'DISABLED' && event_pattern !== null)
    .flatMap((rule) =>
      targets
        .filter(({ rule_arn, arn }) => rule_arn === rule.arn && arn.includes(':event-bus/'))
        .map(({ arn }) => ({ rule: rule.arn, from: rule.bus_arn, to: arn })),
    );
  return edges.flatMap((edge) => {
    const way = wayBack(edges, edge.to, edge.from, new Set());
    if (!way) return [];
    const chain = [edge, ...way].map(({ rule, to }) => `${rule} -> ${to}`).join(' -> ');
    const text = `an event on ${edge.from} can come back to it: ${chain}`;
    return [{ kind: 'loop' as const, source: edge.rule, text }];
  });
}

interface Edge {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

function wayBack(
  edges: readonly Edge[],
  from: string,
  to: string,
  seen: Set<string>,
): Edge[] | undefined {
  if (from === to) return [];
  seen.add(from);
  for (const edge of edges) {
    if (edge.from !== from || seen.has(edge.to)) continue;
    const rest = wayBack(edges, edge.to, to, seen);
    if (rest) return [edge, ...rest];
  }
  return undefined;
}

/**
 * What a function was seen to write is sent on its way in thought: when that leads to the same
 * function, it feeds itself. So a rule is known to make a loop before its first event, if its
 * function has written there before.
 */
async function observedLoops(reader: Reader, now: number, source?: string): Promise<Warning[]> {
  const warnings: Warning[] = [];
  const told = new Set<string>();
  for (const event of await latestCausedEvents(reader, 's3', source, CAUSED_MAX)) {
    const writer = await writerOf(reader, event);
    const family = `${writer} ${event.source} ${folderOf(event.subject)}`;
    if (writer === undefined || told.has(family)) continue;
    told.add(family);
    const bucket = await getBucket(reader, event.source.slice(bucketArn('').length));
    if (!bucket) continue;
    const change = JSON.parse(event.payload) as S3Change;
    const way = wayTo(await explainBucket(reader, bucket, change, now), writer);
    if (way) warnings.push(loopWarning(event, writer, way));
  }
  return warnings;
}

function loopWarning(event: EventRow, writer: string, way: readonly Step[]): Warning {
  const route = way.map(({ name }) => name).join(' -> ');
  const text = `${writer} wrote ${JSON.stringify(event.subject)} into ${event.source}, which leads to it again: ${route}`;
  return { kind: 'loop', source: event.source, text };
}

const folderOf = (key: string) => key.slice(0, key.lastIndexOf('/') + 1);

/** The function that an event is the doing of: the last one in its chain. */
async function writerOf(reader: Reader, event: EventRow): Promise<string | undefined> {
  const chain = await chainTo(reader, event);
  return chain.findLast(({ kind }) => kind === 'lambda')?.source;
}

/** The steps from a bucket to a function, when nothing stops an event in between. */
function wayTo(step: Step, functionArn: string): Step[] | undefined {
  if (step.verdict === 'stops') return undefined;
  if (step.kind === 'function')
    return step.name === functionArn || step.name.startsWith(`${functionArn}:`)
      ? [step]
      : undefined;
  for (const next of step.next) {
    const way = wayTo(next, functionArn);
    if (way) return [step, ...way];
  }
  return undefined;
}

const distinct = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(warnings.map((warning) => [warning.text, warning])).values(),
];
