import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EventBridge, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { eventbridge } from '../../../src/services/eventbridge/index.ts';
import type { DeliveryRow } from '../../../src/storage/tables/deliveries.ts';
import type { EventRow } from '../../../src/storage/tables/events.ts';
import {
  type EventBridgeServer,
  refused,
  startEventBridgeServer,
} from '../../support/eventbridge-server.ts';
import { createCaller } from '../../support/platform.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:queue';
const RULE = 'arn:aws:events:us-east-1:123456789012:rule/all';
const MIB = 1024 * 1024;

let server: EventBridgeServer;
let events: EventBridge;
before(async () => {
  server = await startEventBridgeServer();
  events = server.events;
  await events.putRule({ Name: 'all', EventPattern: '{"account":[{"exists":true}]}' });
  await events.putTargets({ Rule: 'all', Targets: [{ Id: 't', Arn: QUEUE }] });
});
after(() => server.close());

const rows = <Row>(sql: string, ...values: string[]) =>
  server.platform.storage.read((reader) => reader.all<Row>(sql, ...values));
const written = async (id: string | undefined) =>
  (await rows<EventRow>('SELECT * FROM events WHERE subject = ?', id ?? ''))[0];
const put = async (entry: PutEventsRequestEntry) => {
  const { Entries, FailedEntryCount } = await events.putEvents({ Entries: [entry] });
  assert.equal(Entries?.length, 1);
  return { ...Entries?.[0], failed: FailedEntryCount };
};
const ENTRY: PutEventsRequestEntry = { Source: 'shop', DetailType: 'paid', Detail: '{}' };

test('an event is written with what it is owed to', async () => {
  const { EventId, failed } = await put({
    Source: 'shop',
    DetailType: 'order paid',
    Detail: ' { "b" : [ 1 , "x  y\\" {" ] ,\n "a":12345678901234567890 }',
    Resources: ['arn:one', 'two'],
    Time: new Date('2022-07-13T13:48:01.999Z'),
    TraceHeader: 'Root=1-12345678-123456789012345678901234',
  });
  assert.equal(failed, 0);
  const event = await written(EventId);
  assert.equal(
    event?.payload,
    `{"version":"0","id":"${EventId}","detail-type":"order paid","source":"shop","account":"123456789012","time":"2022-07-13T13:48:01Z","region":"us-east-1","resources":["arn:one","two"],"detail":{"b":[1,"x  y\\" {"],"a":12345678901234567890}}`,
  );
  const { kind, source, name, trace, cause, hops, settled } = event;
  assert.deepEqual(
    { kind, source, name, trace, cause, hops, settled: JSON.parse(settled ?? '') },
    {
      kind: 'events',
      source: 'arn:aws:events:us-east-1:123456789012:event-bus/default',
      name: 'order paid',
      trace: 'Root=1-12345678-123456789012345678901234',
      cause: null,
      hops: 0,
      settled: [{ rule: RULE, kind: 'matched' }],
    },
  );
  const deliveries = await rows<DeliveryRow>('SELECT * FROM deliveries');
  assert.deepEqual(
    deliveries.map(({ event_id, kind, lane, rule }) => ({ event_id, kind, lane, rule })),
    [{ event_id: event.id, kind: 'rule-target', lane: QUEUE, rule: `${RULE}#t` }],
  );
});

test('an event without a time has that of its receipt, to the second', async () => {
  const before = Math.floor(server.platform.clock.now() / 1000) * 1000;
  const { EventId } = await put(ENTRY);
  const { time, resources } = JSON.parse((await written(EventId))?.payload ?? '');
  assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.ok(Date.parse(time) >= before && Date.parse(time) <= server.platform.clock.now());
  assert.deepEqual(resources, []);
});

const required = (name: string) =>
  `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
const failures: [string, PutEventsRequestEntry, string, string][] = [
  ['no source', { ...ENTRY, Source: undefined }, 'InvalidArgument', required('Source')],
  ['no detail type', { ...ENTRY, DetailType: '' }, 'InvalidArgument', required('DetailType')],
  ['no detail', { ...ENTRY, Detail: undefined }, 'InvalidArgument', required('Detail')],
  ...['"text"', '[1]', '1', 'null', '{"a":', 'text'].map(
    (Detail): [string, PutEventsRequestEntry, string, string] => [
      `the detail ${Detail}`,
      { ...ENTRY, Detail },
      'MalformedDetail',
      'Detail is malformed.',
    ],
  ),
  [
    'a detail that nests too deeply',
    { ...ENTRY, Detail: `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}` },
    'MalformedDetail',
    'Detail is malformed.',
  ],
  [
    'the source of an AWS service',
    { ...ENTRY, Source: 'aws.s3' },
    'NotAuthorizedForSourceException',
    'Not authorized for the source.',
  ],
];
for (const [name, entry, ErrorCode, ErrorMessage] of failures)
  test(`an entry with ${name} fails alone`, async () => {
    const { Entries, FailedEntryCount } = await events.putEvents({
      Entries: [ENTRY, entry, ENTRY],
    });
    assert.equal(FailedEntryCount, 1);
    assert.deepEqual(Entries?.[1], { ErrorCode, ErrorMessage });
    assert.ok(await written(Entries?.[0]?.EventId));
    assert.ok(await written(Entries?.[2]?.EventId));
  });

test('an event for a bus that is not there is accepted and dropped', async () => {
  const { EventId, failed } = await put({ ...ENTRY, EventBusName: 'nowhere' });
  assert.equal(failed, 0);
  assert.match(EventId ?? '', /^[0-9a-f-]{36}$/);
  assert.equal(await written(EventId), undefined);
});

const whole: [string, PutEventsRequestEntry[], string | RegExp][] = [
  ['no entries', [], /at 'entries' .+ length greater than or equal to 1$/],
  [
    'eleven entries',
    Array.from({ length: 11 }, () => ENTRY),
    /^1 validation error detected: Value '\[.+\]' at 'entries' .+ length less than or equal to 10$/,
  ],
  [
    'a detail type that is too long',
    [ENTRY, { ...ENTRY, DetailType: 'x'.repeat(129) }],
    /at 'entries\.2\.member\.detailType' .+ length less than or equal to 128$/,
  ],
  [
    'a bus name that is none',
    [{ ...ENTRY, EventBusName: 'a b' }],
    /at 'entries\.1\.member\.eventBusName' failed/,
  ],
  [
    'a mebibyte',
    [ENTRY, { ...ENTRY, Detail: `{"a":"${'x'.repeat(MIB)}"}` }],
    'Total size of the entries in the request is over the limit.',
  ],
];
for (const [name, Entries, message] of whole)
  test(`a request with ${name} is refused`, () =>
    assert.rejects(events.putEvents({ Entries }), refused('ValidationException', message)));

test('all that counts against the limit is counted', async () => {
  const detail = (length: number) => `{"a":"${'x'.repeat(length - 8)}"}`;
  const rest = { Source: 'ä', DetailType: 'type', Resources: ['12', '3'], Time: new Date() };
  const room = MIB - (14 + 2 + 4 + 3);
  await events.putEvents({ Entries: [{ ...rest, Detail: detail(room - 1) }] });
  await assert.rejects(
    events.putEvents({ Entries: [{ ...rest, Detail: detail(room) }] }),
    refused('ValidationException', /over the limit/),
  );
});

test('global endpoints are refused', () =>
  assert.rejects(
    createCaller(server.platform, [eventbridge])('eventbridge', 'PutEvents', {
      EndpointId: 'abc.def',
      Entries: [ENTRY],
    }),
    /^AwsError: Parameter EndpointId is not valid\. Reason: Endpoint abc\.def does not exist\.$/,
  ));
