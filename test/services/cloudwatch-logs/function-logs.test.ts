import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CloudWatchLogs, type FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import { IAM } from '@aws-sdk/client-iam';
import { ACCOUNT, createLambdaWorld, type LambdaWorld, rejects } from '../lambda/lambda-world.ts';

let world: LambdaWorld;
let logs: CloudWatchLogs;
before(async () => {
  world = await createLambdaWorld();
  logs = world.spillway.client(CloudWatchLogs);
});
after(() => world[Symbol.asyncDispose]());

const groupArn = (name: string) => `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:${name}`;
const messages = (events: readonly FilteredLogEvent[] = []) =>
  events.map(({ message = '' }) => message.replace(/^.*\t(?:INFO|ERROR)\t/, '').trimEnd());
const missing = (what: string) => ({
  name: 'ResourceNotFoundException',
  message: `The specified log ${what} does not exist.`,
  status: 400,
});
const invalid = (message: string | RegExp) => ({
  name: 'InvalidParameterException',
  message,
  status: 400,
});

test('a function that has run has a group, a stream and its lines as events', async () => {
  await world.node('logged', 'console.log("hello", event.n); return 1');
  const logGroupName = '/aws/lambda/logged';
  await rejects(logs.filterLogEvents({ logGroupName }), missing('group'));
  await world.run('logged', { n: 1 });
  await world.run('logged', { n: 2 });

  const { logGroups = [] } = await logs.describeLogGroups({ logGroupNamePrefix: '/aws/lambda/l' });
  const [{ creationTime, storedBytes, ...group }] = logGroups as [(typeof logGroups)[0]];
  assert.ok((creationTime ?? 0) > 0 && (storedBytes ?? 0) > 0);
  assert.deepEqual(group, {
    logGroupName,
    metricFilterCount: 0,
    arn: `${groupArn(logGroupName)}:*`,
    logGroupArn: groupArn(logGroupName),
    logGroupClass: 'STANDARD',
  });

  const { logStreams = [] } = await logs.describeLogStreams({ logGroupName });
  assert.equal(logStreams.length, 1);
  const logStreamName = logStreams[0]?.logStreamName ?? '';
  assert.match(logStreamName, /^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);

  const { events = [] } = await logs.filterLogEvents({ logGroupName });
  const shown = messages(events).map((text) => text.replace(/(RequestId:|INIT_START) .*/, '$1'));
  const run = (n: number) => [
    'START RequestId:',
    `hello ${n}`,
    'END RequestId:',
    'REPORT RequestId:',
  ];
  assert.deepEqual(shown, ['INIT_START', ...run(1), ...run(2)]);
  assert.ok(events.every((event) => event.logStreamName === logStreamName && event.timestamp));
  assert.equal(new Set(events.map(({ eventId }) => eventId)).size, events.length);

  const read = await logs.getLogEvents({ logGroupName, logStreamName });
  assert.deepEqual(messages(read.events), messages(events));
});

test('what is looked for comes page by page', async () => {
  await world.node('paged', 'console.log("even", event.n % 2 === 0); return 1');
  for (let n = 0; n < 4; n++) await world.run('paged', { n });
  const logGroupName = '/aws/lambda/paged';
  const find = (settings: object) => logs.filterLogEvents({ logGroupName, ...settings });
  const first = await find({ filterPattern: 'even true', limit: 1 });
  assert.deepEqual(messages(first.events), ['even true']);
  const second = await find({ filterPattern: 'even true', limit: 5, nextToken: first.nextToken });
  assert.deepEqual(messages(second.events), ['even true']);
  assert.equal(second.nextToken, undefined);
  assert.notEqual(second.events?.[0]?.eventId, first.events?.[0]?.eventId);
  assert.deepEqual(messages((await find({ filterPattern: '"even false"' })).events), [
    ...['even false', 'even false'],
  ]);
  const now = world.spillway.clock.now();
  assert.deepEqual((await find({ startTime: now + 60_000 })).events, []);
  assert.deepEqual((await find({ endTime: 1000 })).events, []);
  assert.deepEqual((await find({ logStreamNamePrefix: 'other' })).events, []);
  await rejects(find({ filterPattern: '{ $.a = 1 }' }), invalid(/^Invalid filter pattern/));
  await rejects(
    find({ limit: 0 }),
    invalid(
      "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ),
  );
});

test('a stream is read from either end, and from where one left off', async () => {
  await world.node('streamed', 'console.log("a"); console.log("b"); return 1');
  await world.run('streamed');
  const logGroupName = '/aws/lambda/streamed';
  const { logStreams = [] } = await logs.describeLogStreams({
    logGroupIdentifier: groupArn(logGroupName),
    orderBy: 'LastEventTime',
    descending: true,
    limit: 1,
  });
  const logStreamName = logStreams[0]?.logStreamName ?? '';
  const get = async (settings: object) => {
    const read = await logs.getLogEvents({ logGroupName, logStreamName, ...settings });
    return { ...read, kinds: messages(read.events).map((text) => text.split(' ')[0]) };
  };
  const head = await get({ startFromHead: true, limit: 3 });
  assert.deepEqual(head.kinds, ['INIT_START', 'START', 'a']);
  const next = await get({ nextToken: head.nextForwardToken, limit: 2 });
  assert.deepEqual(next.kinds, ['b', 'END']);
  assert.deepEqual((await get({ nextToken: next.nextBackwardToken, limit: 1 })).kinds, ['a']);
  const tail = await get({ limit: 2 });
  assert.deepEqual(tail.kinds, ['END', 'REPORT']);
  const end = await get({ nextToken: tail.nextForwardToken });
  assert.deepEqual([end.kinds, end.nextForwardToken], [[], tail.nextForwardToken]);
  await world.run('streamed');
  assert.deepEqual((await get({ nextToken: end.nextForwardToken, limit: 2 })).kinds, [
    'START',
    'a',
  ]);
  await rejects(get({ nextToken: 'x' }), invalid('The specified nextToken is invalid.'));
  await rejects(get({ logStreamName: 'none' }), missing('stream'));
  await rejects(get({ logGroupName: '/aws/lambda/none' }), missing('group'));
});

test('functions may share a group of their own name', async () => {
  const LoggingConfig = { LogGroup: 'pets' };
  for (const name of ['dog', 'cat']) {
    await world.node(name, `console.log("${name}"); return 1`, { LoggingConfig });
    await world.run(name);
  }
  const { events } = await logs.filterLogEvents({
    logGroupName: 'pets',
    filterPattern: '?dog ?cat',
  });
  assert.deepEqual(messages(events), ['dog', 'cat']);
  const streams = await logs.describeLogStreams({ logGroupName: 'pets', limit: 1 });
  assert.equal(streams.logStreams?.length, 1);
  assert.equal(
    (await logs.describeLogStreams({ logGroupName: 'pets', nextToken: streams.nextToken }))
      .logStreams?.length,
    1,
  );
  const { logGroups = [] } = await logs.describeLogGroups({ logGroupNamePattern: 'ET' });
  assert.deepEqual(
    logGroups.map(({ logGroupName }) => logGroupName),
    ['pets'],
  );
});

test('reading needs permission for the group', async () => {
  const iam = world.spillway.client(IAM);
  await iam.createUser({ UserName: 'reader' });
  const { AccessKey } = await iam.createAccessKey({ UserName: 'reader' });
  const credentials = {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  };
  const theirs = new CloudWatchLogs({ ...world.spillway.clientOptions, credentials });
  await world.node('private', 'return 1');
  await world.run('private');
  const read = () => theirs.filterLogEvents({ logGroupName: '/aws/lambda/private' });
  await rejects(read(), {
    name: 'AccessDeniedException',
    message: new RegExp(
      `is not authorized to perform: logs:FilterLogEvents on resource: ${groupArn('/aws/lambda/private')}:log-stream:`,
    ),
    status: 400,
  });
  await iam.putUserPolicy({
    UserName: 'reader',
    PolicyName: 'read',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 'logs:FilterLogEvents',
        Resource: `${groupArn('/aws/lambda/private')}:*`,
      },
    }),
  });
  assert.equal((await read()).events?.length, 4);
});
