import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EventBridge } from '@aws-sdk/client-eventbridge';
import {
  type EventBridgeServer,
  refused,
  startEventBridgeServer,
} from '../../support/eventbridge-server.ts';

const ARN = 'arn:aws:events:us-east-1:123456789012:';
const BUS = `${ARN}event-bus/orders`;
const DEFAULT_BUS = `${ARN}event-bus/default`;

let server: EventBridgeServer;
let events: EventBridge;
before(async () => {
  server = await startEventBridgeServer();
  events = server.events;
  await events.createEventBus({ Name: 'orders' });
});
after(() => server.close());

const put = (Source: string) =>
  events.putEvents({
    Entries: [{ Source, DetailType: 'paid', Detail: '{}', EventBusName: 'orders' }],
  });

test('an archive keeps what matches, from its creation to its deletion', async () => {
  await put('shop');
  const {
    $metadata: _,
    CreationTime,
    ...created
  } = await events.createArchive({
    ArchiveName: 'paid',
    EventSourceArn: BUS,
    Description: 'paid orders',
    EventPattern: '{"source":["shop"]}',
    RetentionDays: 7,
  });
  assert.deepEqual(created, { ArchiveArn: `${ARN}archive/paid`, State: 'ENABLED' });
  assert.ok(CreationTime instanceof Date);
  await put('shop');
  await put('bank');
  const { $metadata, SizeBytes, ...archive } = await events.describeArchive({
    ArchiveName: 'paid',
  });
  assert.deepEqual(archive, {
    ArchiveArn: `${ARN}archive/paid`,
    ArchiveName: 'paid',
    EventSourceArn: BUS,
    Description: 'paid orders',
    EventPattern: '{"source":["shop"]}',
    State: 'ENABLED',
    RetentionDays: 7,
    EventCount: 1,
    CreationTime,
  });
  assert.equal(SizeBytes, 36);

  await events.updateArchive({ ArchiveName: 'paid', EventPattern: '{"source":["bank"]}' });
  await put('shop');
  await put('bank');
  const changed = await events.describeArchive({ ArchiveName: 'paid' });
  assert.equal(changed.EventCount, 2);
  assert.equal(changed.Description, 'paid orders');
  await events.deleteArchive({ ArchiveName: 'paid' });
  await assert.rejects(
    events.describeArchive({ ArchiveName: 'paid' }),
    refused('ResourceNotFoundException', 'Archive paid does not exist.'),
  );
});

test('an archive is as large as AWS says', async () => {
  await events.createArchive({ ArchiveName: 'large', EventSourceArn: BUS });
  const payload = { acc_id: '0a787ecb-4015', sf_id: 'baz' };
  const Detail = JSON.stringify({ command: 'update-account', payload }, null, 1);
  const name = 'core.update-account-command';
  const entry = { Source: name, DetailType: name, Detail, EventBusName: 'orders' };
  await events.putEvents({ Entries: Array(10).fill(entry) });
  const { EventCount, SizeBytes } = await events.describeArchive({ ArchiveName: 'large' });
  assert.deepEqual({ EventCount, SizeBytes }, { EventCount: 10, SizeBytes: 1590 });
  await events.deleteArchive({ ArchiveName: 'large' });
});

test('a bus shows the rule of an archive, which only the archive may change', async () => {
  const bus = { EventBusName: 'ruled' };
  await events.createEventBus({ Name: 'ruled' });
  const { ArchiveArn } = await events.createArchive({
    ArchiveName: 'all',
    EventSourceArn: `${ARN}event-bus/ruled`,
    EventPattern: '{"source":["shop"]}',
  });
  for (const Name of ['A', 'z'])
    await events.putRule({ ...bus, Name, EventPattern: '{"source":["shop"]}' });
  const Name = 'Events-Archive-all';
  const rule = {
    Name,
    Arn: `${ARN}rule/ruled/${Name}`,
    EventBusName: 'ruled',
    EventPattern: '{"source":["shop"],"replay-name":[{"exists":false}]}',
    ManagedBy: 'prod.vhs.events.aws.internal',
    State: 'ENABLED',
  };
  const { Rules = [], NextToken } = await events.listRules({ ...bus, Limit: 2 });
  assert.equal(Rules[0]?.Name, 'A');
  assert.deepEqual(Rules[1], rule);
  const rest = await events.listRules({ ...bus, NextToken });
  assert.deepEqual(
    rest.Rules?.map((each) => each.Name),
    ['z'],
  );
  const named = await events.listRules({ ...bus, NamePrefix: 'Events' });
  assert.deepEqual(named.Rules, [rule]);
  const { $metadata: _, ...described } = await events.describeRule({ ...bus, Name });
  assert.deepEqual(described, { ...rule, CreatedBy: '123456789012' });
  const { Targets = [] } = await events.listTargetsByRule({ ...bus, Rule: Name });
  assert.equal(Targets.length, 1);
  assert.equal(Targets[0]?.Arn, 'arn:aws:events:us-east-1:::');
  assert.deepEqual(Targets[0]?.InputTransformer?.InputPathsMap, {});
  const template = Targets[0]?.InputTransformer?.InputTemplate ?? '';
  assert.ok(template.startsWith(`{"archive-arn": "${ArchiveArn}:`));

  const queue = { Id: 'q', Arn: 'arn:aws:sqs:us-east-1:123456789012:q' };
  for (const change of [
    events.putRule({ ...bus, Name, EventPattern: '{"source":["bank"]}' }),
    events.deleteRule({ ...bus, Name, Force: true }),
    events.disableRule({ ...bus, Name }),
    events.putTargets({ ...bus, Rule: Name, Targets: [queue] }),
    events.removeTargets({ ...bus, Rule: Name, Ids: [Name] }),
  ])
    await assert.rejects(change, refused('ManagedRuleException', /managed by an AWS service/));
  await events.deleteArchive({ ArchiveName: 'all' });
  const left = await events.listRules(bus);
  assert.deepEqual(
    left.Rules?.map((each) => each.Name),
    ['A', 'z'],
  );
});

test('archives are listed by one filter', async () => {
  await events.createArchive({ ArchiveName: 'a-1', EventSourceArn: BUS });
  await events.createArchive({ ArchiveName: 'a-2', EventSourceArn: DEFAULT_BUS });
  await events.createArchive({ ArchiveName: 'b-1', EventSourceArn: BUS });
  const list = async (filter: Parameters<EventBridge['listArchives']>[0]) =>
    (await events.listArchives(filter)).Archives?.map(({ ArchiveName }) => ArchiveName);
  assert.deepEqual(await list({}), ['a-1', 'a-2', 'b-1']);
  assert.deepEqual(await list({ NamePrefix: 'a-' }), ['a-1', 'a-2']);
  assert.deepEqual(await list({ EventSourceArn: BUS }), ['a-1', 'b-1']);
  assert.deepEqual(await list({ State: 'DISABLED' }), []);
  const page = await events.listArchives({ State: 'ENABLED', Limit: 2 });
  assert.equal(page.Archives?.length, 2);
  assert.deepEqual(await list({ State: 'ENABLED', NextToken: page.NextToken }), ['b-1']);
  await assert.rejects(
    list({ EventSourceArn: `${ARN}event-bus/nowhere` }),
    refused('ResourceNotFoundException', 'Event bus nowhere does not exist.'),
  );
  await assert.rejects(
    list({ NamePrefix: 'a', EventSourceArn: BUS }),
    refused('ValidationException', /^At most one filter is allowed for ListArchives\./),
  );
});

test('archives are refused', async () => {
  const create = (ArchiveName: string, EventSourceArn = BUS, more = {}) =>
    events.createArchive({ ArchiveName, EventSourceArn, ...more });
  await create('once');
  await assert.rejects(
    create('once'),
    refused('ResourceAlreadyExistsException', 'Archive once already exists.'),
  );
  await assert.rejects(
    create('x', `${ARN}event-bus/nowhere`),
    refused('ResourceNotFoundException', 'Event bus nowhere does not exist.'),
  );
  for (const bus of [DEFAULT_BUS.replace('us-east', 'eu-west'), DEFAULT_BUS.replace('123', '321')])
    await assert.rejects(
      create('x', bus),
      refused('ResourceNotFoundException', 'Event bus default does not exist.'),
    );
  await assert.rejects(
    create('x', `${ARN}rule/r`),
    refused('ValidationException', /EventSourceArn/),
  );
  await assert.rejects(create('x'.repeat(49)), refused('ValidationException', /or equal to 48$/));
  await assert.rejects(
    create('x', BUS, { EventPattern: '{}{' }),
    refused('InvalidEventPatternException', /^Event pattern is not valid/),
  );
  await assert.rejects(
    create('x', BUS, { KmsKeyIdentifier: 'k' }),
    refused('ValidationException', /KmsKeyIdentifier/),
  );
  await assert.rejects(
    events.updateArchive({ ArchiveName: 'once' }),
    refused(
      'ValidationException',
      'At least one of EventPattern, RetentionDays or Description must be provided.',
    ),
  );
  for (const call of [
    events.updateArchive({ ArchiveName: 'none', RetentionDays: 1 }),
    events.deleteArchive({ ArchiveName: 'none' }),
  ])
    await assert.rejects(
      call,
      refused('ResourceNotFoundException', 'Archive none does not exist.'),
    );
});

const EARLY = new Date('2024-01-01T00:00:00Z');
const LATE = new Date('2024-01-02T00:00:00Z');
const replay = (more: object) =>
  events.startReplay({
    ReplayName: 'again',
    EventSourceArn: `${ARN}archive/source`,
    EventStartTime: EARLY,
    EventEndTime: LATE,
    Destination: { Arn: BUS },
    ...more,
  });

test('a replay is started, described, listed and cancelled', async () => {
  await events.createArchive({ ArchiveName: 'source', EventSourceArn: BUS });
  const Destination = { Arn: BUS, FilterArns: [`${ARN}rule/orders/r`] };
  const started = await replay({ Destination, Description: 'once more' });
  const { ReplayStartTime } = started;
  assert.equal(started.ReplayArn, `${ARN}replay/again`);
  assert.equal(started.State, 'STARTING');
  const { $metadata: _, ...described } = await events.describeReplay({ ReplayName: 'again' });
  const shown = {
    ReplayName: 'again',
    EventSourceArn: `${ARN}archive/source`,
    State: 'STARTING',
    EventStartTime: EARLY,
    EventEndTime: LATE,
    ReplayStartTime,
  };
  assert.deepEqual(described, {
    ...shown,
    ReplayArn: `${ARN}replay/again`,
    Description: 'once more',
    Destination,
  });
  for (const filter of [{ NamePrefix: 'ag' }, { State: 'STARTING' as const }])
    assert.deepEqual((await events.listReplays(filter)).Replays, [shown]);
  assert.deepEqual((await events.listReplays({ State: 'FAILED' })).Replays, []);
  await assert.rejects(
    replay({}),
    refused('ResourceAlreadyExistsException', 'Replay again already exists.'),
  );
  const cancelled = await events.cancelReplay({ ReplayName: 'again' });
  assert.equal(cancelled.State, 'CANCELLING');
  await assert.rejects(
    events.cancelReplay({ ReplayName: 'again' }),
    refused('IllegalStatusException', /^Replay again is not in a valid state/),
  );
  await assert.rejects(
    events.describeReplay({ ReplayName: 'none' }),
    refused('ResourceNotFoundException', 'Replay none does not exist.'),
  );
});

const replays: [string, object, string, string | RegExp][] = [
  [
    'an end before its start',
    { EventEndTime: EARLY },
    'ValidationException',
    'Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.',
  ],
  [
    'an archive that is not there',
    { EventSourceArn: `${ARN}archive/none` },
    'ValidationException',
    'Parameter EventSourceArn is not valid. Reason: Archive none does not exist.',
  ],
  [
    'another bus',
    { Destination: { Arn: DEFAULT_BUS } },
    'ValidationException',
    'Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.',
  ],
  [
    'a bus that is not there',
    { Destination: { Arn: `${ARN}event-bus/nowhere` } },
    'ResourceNotFoundException',
    'Event bus nowhere does not exist.',
  ],
  [
    'a bus of another account',
    { Destination: { Arn: BUS.replace('123', '321') } },
    'ResourceNotFoundException',
    'Event bus orders does not exist.',
  ],
  [
    'what is no bus',
    { Destination: { Arn: `${ARN}rule/r` } },
    'ValidationException',
    'Parameter Destination.Arn is not valid. Reason: Must contain an event bus ARN.',
  ],
];
for (const [name, more, code, message] of replays)
  test(`StartReplay refuses ${name}`, () =>
    assert.rejects(replay({ ReplayName: 'new', ...more }), refused(code, message)));

test('ten replays are under way at once', async () => {
  for (let n = 1; n < 10; n++) await replay({ ReplayName: `r${n}` });
  await assert.rejects(
    replay({ ReplayName: 'r10' }),
    refused('LimitExceededException', 'The requested resource exceeds the maximum number allowed.'),
  );
});
