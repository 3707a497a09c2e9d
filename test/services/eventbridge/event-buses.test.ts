import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EventBridge } from '@aws-sdk/client-eventbridge';
import {
  type EventBridgeServer,
  refused,
  startEventBridgeServer,
} from '../../support/eventbridge-server.ts';

const DEFAULT_ARN = 'arn:aws:events:us-east-1:123456789012:event-bus/default';

let server: EventBridgeServer;
let events: EventBridge;
before(async () => {
  server = await startEventBridgeServer();
  events = server.events;
});
after(() => server.close());

test('the default bus is there from the beginning', async () => {
  const { $metadata: _, ...bus } = await events.describeEventBus({});
  const { CreationTime, LastModifiedTime, ...rest } = bus;
  assert.deepEqual(rest, { Name: 'default', Arn: DEFAULT_ARN });
  assert.ok(CreationTime instanceof Date);
  assert.deepEqual(LastModifiedTime, CreationTime);
  const again = await events.describeEventBus({ Name: DEFAULT_ARN });
  assert.deepEqual(again.CreationTime, CreationTime, 'asking again changes nothing');
  const { EventBuses } = await server.client({ region: 'eu-west-1' }).listEventBuses({});
  assert.deepEqual(
    EventBuses?.map(({ Arn }) => Arn),
    [DEFAULT_ARN.replace('us-east-1', 'eu-west-1')],
  );
});

test('a bus is created, described, changed, listed and deleted', async () => {
  const arn = DEFAULT_ARN.replace('default', 'orders');
  const created = await events.createEventBus({ Name: 'orders', Description: 'of the shop' });
  assert.equal(created.EventBusArn, arn);
  assert.equal((await events.describeEventBus({ Name: arn })).Description, 'of the shop');
  await events.updateEventBus({ Name: 'orders', Description: 'all orders' });
  assert.equal((await events.describeEventBus({ Name: 'orders' })).Description, 'all orders');
  const { EventBuses } = await events.listEventBuses({ NamePrefix: 'ord' });
  assert.deepEqual(
    EventBuses?.map(({ Name }) => Name),
    ['orders'],
  );
  await assert.rejects(
    events.createEventBus({ Name: 'orders' }),
    refused('ResourceAlreadyExistsException', 'Event bus orders already exists.'),
  );
  await events.deleteEventBus({ Name: 'orders' });
  await events.deleteEventBus({ Name: 'orders' });
  await assert.rejects(
    events.describeEventBus({ Name: 'orders' }),
    refused('ResourceNotFoundException', 'Event bus orders does not exist.'),
  );
});

test('a bus with rules is not deleted', async () => {
  await events.createEventBus({ Name: 'busy' });
  await events.putRule({ Name: 'r', EventBusName: 'busy', EventPattern: '{"source":["a"]}' });
  await assert.rejects(
    events.deleteEventBus({ Name: 'busy' }),
    refused('ValidationException', "EventBus can't be deleted since it has rules."),
  );
  await events.deleteRule({ Name: 'r', EventBusName: 'busy' });
  await events.deleteEventBus({ Name: 'busy' });
});

const refusals: [string, Parameters<EventBridge['createEventBus']>[0], string, string | RegExp][] =
  [
    [
      'default',
      { Name: 'default' },
      'ResourceAlreadyExistsException',
      'Event bus default already exists.',
    ],
    ['a slash', { Name: 'a/b' }, 'ValidationException', "Event bus name must not contain '/'."],
    [
      'forbidden characters',
      { Name: 'a b' },
      'ValidationException',
      "1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [/\\.\\-_A-Za-z0-9]+",
    ],
    [
      'a partner',
      { Name: 'aws.partner/x', EventSourceName: 'aws.partner/x' },
      'ResourceNotFoundException',
      'Event source aws.partner/x does not exist.',
    ],
    ['a key', { Name: 'x', KmsKeyIdentifier: 'k' }, 'ValidationException', /KmsKeyIdentifier/],
    ['logs', { Name: 'x', LogConfig: { Level: 'INFO' } }, 'ValidationException', /LogConfig/],
    [
      'two faults at once',
      { Name: 'a b', Description: 'x'.repeat(513) },
      'ValidationException',
      /^2 validation errors detected: Value 'a b' at 'name' .+; Value 'x+' at 'description' .+ length less than or equal to 512$/,
    ],
  ];
for (const [name, input, code, message] of refusals)
  test(`CreateEventBus refuses ${name}`, () =>
    assert.rejects(events.createEventBus(input), refused(code, message)));

test('the default bus is not deleted', () =>
  assert.rejects(
    events.deleteEventBus({ Name: 'default' }),
    refused('ValidationException', 'Cannot delete event bus default.'),
  ));

test('buses are listed in pages, up to a hundred of them', async () => {
  const other = server.client({ account: '111111111111' });
  for (let n = 1; n < 100; n++) await other.createEventBus({ Name: `bus-${n}` });
  await assert.rejects(
    other.createEventBus({ Name: 'bus-100' }),
    refused('LimitExceededException', 'The requested resource exceeds the maximum number allowed.'),
  );
  const names: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await other.listEventBuses({ Limit: 30, NextToken });
    names.push(...(page.EventBuses ?? []).map(({ Name }) => Name));
    NextToken = page.NextToken;
  } while (NextToken);
  assert.equal(names.length, 100);
  assert.deepEqual(names, names.toSorted());
  await assert.rejects(
    other.listEventBuses({ NextToken: 'bm9uc2Vuc2U=' }),
    refused('ValidationException', 'NextToken is not valid.'),
  );
  await assert.rejects(
    other.listEventBuses({ Limit: 101 }),
    refused('ValidationException', /at 'limit' .+ value less than or equal to 100$/),
  );
});
