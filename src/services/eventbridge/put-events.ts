import type {
  PutEventsRequest,
  PutEventsRequestEntry,
  PutEventsResponse,
  PutEventsResultEntry,
} from '../../aws/models/eventbridge.ts';
import { lineageOf } from '../../aws/trace-header.ts';
import type { Context } from '../context.ts';
import type { BusName } from './bus-name.ts';
import { checkConstraints } from './constraints.ts';
import { errors, invalidParameter } from './errors.ts';
import { requestedBus } from './event-bus.ts';
import { compactJson, eventTime } from './event-text.ts';
import { putEvent } from './put-event.ts';

const ENTRIES_MAX = 10;
const REQUEST_BYTES_MAX = 1024 * 1024;
/** What the time of an entry counts for. */
const TIME_BYTES = 14;

/**
 * Puts up to ten events on buses, in one transaction: an id in the answer means that the event is on disk and owed to all
 * targets of the rules that it matches. An entry that is wrong fails alone. An event for a bus that does not exist is
 * accepted and matches nothing, as in AWS.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export async function putEvents(
  { Entries, EndpointId }: PutEventsRequest,
  context: Context,
): Promise<PutEventsResponse> {
  checkRequest(Entries);
  // There are no global endpoints here.
  if (EndpointId) throw invalidParameter('EndpointId', `Endpoint ${EndpointId} does not exist.`);
  const read = Entries.map((entry, at) => readEntry(entry, at + 1, context));
  await context.storage.transaction(async (tx) => {
    for (const entry of read) {
      if ('fault' in entry) continue;
      const { account, region, name } = entry.bus;
      await putEvent(tx, context, {
        account,
        region,
        bus: name,
        event: entry.text,
        trace: entry.trace,
        ...lineageOf(entry.trace),
      });
    }
  });
  return {
    FailedEntryCount: read.filter((entry) => 'fault' in entry).length,
    Entries: read.map((entry) => ('fault' in entry ? entry.fault : { EventId: entry.id })),
  };
}

function checkRequest(entries: readonly PutEventsRequestEntry[]): void {
  checkConstraints(
    ['entries', entries, { min: 1, max: ENTRIES_MAX }],
    ...entries.flatMap(({ DetailType, TraceHeader }, at) => [
      [`entries.${at + 1}.member.detailType`, DetailType, { max: 128 }] as const,
      [`entries.${at + 1}.member.traceHeader`, TraceHeader, { min: 1, max: 500 }] as const,
    ]),
  );
  const bytes = entries.reduce((total, entry) => total + entryBytes(entry), 0);
  if (bytes >= REQUEST_BYTES_MAX)
    throw errors.ValidationException('Total size of the entries in the request is over the limit.');
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
function entryBytes({ Time, Source, DetailType, Detail, Resources = [] }: PutEventsRequestEntry) {
  const texts = [Source, DetailType, Detail, ...Resources];
  const bytes = texts.reduce((total, text) => total + Buffer.byteLength(text ?? ''), 0);
  return bytes + (Time ? TIME_BYTES : 0);
}

type ReadEntry =
  | { readonly fault: PutEventsResultEntry }
  | {
      readonly id: string;
      readonly bus: BusName;
      readonly text: string;
      readonly trace: string | null;
    };

function readEntry(entry: PutEventsRequestEntry, place: number, context: Context): ReadEntry {
  const { Source, DetailType, Detail, Time, Resources = [] } = entry;
  const bus = requestedBus(context, entry.EventBusName, `entries.${place}.member.eventBusName`);
  if (!Source) return absent('Source');
  if (!DetailType) return absent('DetailType');
  if (!Detail) return absent('Detail');
  if (Source.startsWith('aws.'))
    return fault('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const detail = readDetail(Detail);
  if (detail === undefined) return fault('MalformedDetail', 'Detail is malformed.');
  const id = context.ids.uuid();
  const envelope = JSON.stringify({
    version: '0',
    id,
    'detail-type': DetailType,
    source: Source,
    account: context.account,
    time: eventTime(Time?.getTime() ?? context.clock.now()),
    region: context.region,
    resources: Resources,
  });
  const text = `${envelope.slice(0, -1)},"detail":${detail}}`;
  return { id, bus, text, trace: entry.TraceHeader ?? context.trace ?? null };
}

/** The detail as compact JSON text; `undefined` when it is not an object. */
function readDetail(text: string): string | undefined {
  try {
    const detail: unknown = JSON.parse(text);
    if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return undefined;
  } catch {
    return undefined;
  }
  return compactJson(text);
}

const absent = (parameter: string): ReadEntry =>
  fault(
    'InvalidArgument',
    `Parameter ${parameter} is not valid. Reason: ${parameter} is a required argument.`,
  );

const fault = (ErrorCode: string, ErrorMessage: string): ReadEntry => ({
  fault: { ErrorCode, ErrorMessage },
});
