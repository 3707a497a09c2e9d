import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functionArn } from '../../../src/aws/arn.ts';
import type { AwsError } from '../../../src/aws/error.ts';
import { insertFunction, updateFunction } from '../../../src/storage/tables/functions.ts';
import { ACCOUNT, REGION } from '../../support/platform.ts';
import { BUCKET, createS3World, policyForBucket } from '../../support/s3-world.ts';

const CREATED = ['s3:ObjectCreated:*'];
const REMOVED = ['s3:ObjectRemoved:*'];
const arnOf = (name: string, region = 'us-east-1') => `arn:aws:sqs:${region}:123456789012:${name}`;
const queues = (...QueueConfigurations: object[]) => ({ QueueConfigurations });
const VALIDATE = 'Unable to validate the following destination configurations';

test('what was put is what is shown, with ids, and with filter names capitalised', async () => {
  await using world = await createS3World();
  const queue = await world.queue('uploads');
  const filter = (Name: string, Value: string) => ({ Key: { FilterRules: [{ Name, Value }] } });
  assert.deepEqual(await world.call('GetBucketNotificationConfiguration'), {});
  await world.notify({
    QueueConfigurations: [
      { Id: 'mine', QueueArn: queue, Events: CREATED, Filter: filter('suffix', '.jpg') },
      { QueueArn: queue, Events: REMOVED, Filter: filter('PREFIX', '') },
    ],
    EventBridgeConfiguration: {},
  });
  const shown = await world.call<{ QueueConfigurations: { Id: string }[] }>(
    'GetBucketNotificationConfiguration',
  );
  const [, second] = shown.QueueConfigurations;
  assert.ok(second);
  const { Id, ...rest } = second;
  assert.match(Buffer.from(Id, 'base64').toString(), /^[0-9a-f-]{36}$/);
  assert.deepEqual(
    { ...shown, QueueConfigurations: [shown.QueueConfigurations[0], rest] },
    {
      QueueConfigurations: [
        { Id: 'mine', QueueArn: queue, Events: CREATED, Filter: filter('Suffix', '.jpg') },
        { QueueArn: queue, Events: REMOVED, Filter: filter('Prefix', '') },
      ],
      EventBridgeConfiguration: {},
    },
  );
  await world.notify({});
  assert.deepEqual(await world.call('GetBucketNotificationConfiguration'), {});
});

test('each queue hears one test event, which is there when the PUT is answered', async () => {
  await using world = await createS3World();
  const [first, second] = [await world.queue('first'), await world.queue('second')];
  const request = { requestId: '5582815E1AEA5ADF', hostId: 'host' };
  await world.call(
    'PutBucketNotificationConfiguration',
    {
      NotificationConfiguration: queues(
        { QueueArn: first, Events: CREATED },
        { QueueArn: first, Events: REMOVED },
        { QueueArn: second, Events: ['s3:ObjectTagging:*'] },
      ),
    },
    request,
  );
  for (const queue of [first, second]) {
    const [message, ...more] = await world.messages(queue);
    assert.equal(more.length, 0);
    const { Time, ...event } = JSON.parse(message?.body ?? '');
    assert.match(Time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.deepEqual(event, {
      Service: 'Amazon S3',
      Event: 's3:TestEvent',
      Bucket: BUCKET,
      RequestId: request.requestId,
      HostId: request.hostId,
    });
  }
});

test('a topic that lets S3 in is owed a test event; the default policy does not', async () => {
  await using world = await createS3World();
  const allowing = await world.topic('allowing', (arn) => policyForBucket(arn, 'SNS:Publish'));
  const byDefault = await world.topic('by-default', (Resource) =>
    JSON.stringify({
      Version: '2008-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['SNS:Publish', 'SNS:Subscribe'],
        Resource,
        Condition: { StringEquals: { 'AWS:SourceOwner': ACCOUNT } },
      },
    }),
  );
  const topics = (...arns: string[]) => ({
    TopicConfigurations: arns.map((TopicArn, at) => ({
      Id: `t${at}`,
      TopicArn,
      Events: at === 0 ? CREATED : REMOVED,
    })),
  });
  await assert.rejects(world.notify(topics(allowing, byDefault)), (error: AwsError) => {
    assert.deepEqual(error.members, {
      ArgumentName1: byDefault,
      ArgumentValue1:
        'Permissions on the destination topic do not allow S3 to publish notifications from this bucket',
    });
    return true;
  });
  assert.deepEqual(await world.deliveries(), []);

  await world.notify(topics(allowing));
  const [delivery, ...more] = await world.deliveries();
  assert.equal(more.length, 0);
  assert.equal(delivery?.kind, 's3-topic');
  assert.equal(delivery.lane, allowing);
  const [event] = await world.events();
  assert.equal(event?.id, delivery.event_id);
  assert.equal(event.name, 's3:TestEvent');
  assert.equal(event.payload, delivery.payload);
  assert.equal(JSON.parse(delivery.payload ?? '').Event, 's3:TestEvent');
});

test('a function must let S3 invoke it, and hears nothing yet', async () => {
  await using world = await createS3World();
  const { storage } = world.platform;
  const arn = functionArn(REGION, ACCOUNT, 'thumbnail');
  await storage.transaction((tx) =>
    insertFunction(tx, {
      arn,
      account: ACCOUNT,
      region: REGION,
      name: 'thumbnail',
      configuration: '{}',
      package: '',
      revision: 1,
      revision_id: '',
      modified_at: 0,
      tags: '{}',
    }),
  );
  const configuration = {
    LambdaFunctionConfigurations: [{ Id: 'f', LambdaFunctionArn: arn, Events: CREATED }],
  };
  await assert.rejects(world.notify(configuration), {
    message: VALIDATE,
    members: {
      ArgumentName1: `${arn}, null`,
      ArgumentValue1: `Not authorized to invoke function [${arn}]`,
    },
  });
  const policy = policyForBucket(arn, 'lambda:InvokeFunction');
  await storage.transaction((tx) => updateFunction(tx, arn, { policy }));
  await world.notify(configuration);
  assert.deepEqual(await world.call('GetBucketNotificationConfiguration'), configuration);
  assert.deepEqual(await world.deliveries(), []);
});

/** Configurations that are refused: the error's members, in wire order. */
const refusals: {
  name: string;
  configuration: object;
  message: string;
  members?: Record<string, string>;
}[] = [
  {
    name: 'queues that do not exist, numbered',
    configuration: queues(
      { QueueArn: arnOf('gone'), Events: CREATED },
      { QueueArn: arnOf('lost'), Events: REMOVED },
    ),
    message: VALIDATE,
    members: {
      ArgumentName1: arnOf('gone'),
      ArgumentValue1: 'The destination queue does not exist',
      ArgumentName2: arnOf('lost'),
      ArgumentValue2: 'The destination queue does not exist',
    },
  },
  {
    name: 'a queue that does not let S3 in',
    configuration: queues({ QueueArn: arnOf('private'), Events: CREATED }),
    message: VALIDATE,
    members: {
      ArgumentName1: arnOf('private'),
      ArgumentValue1:
        'Permissions on the destination queue do not allow S3 to publish notifications from this bucket',
    },
  },
  {
    name: 'a FIFO queue',
    configuration: queues({ QueueArn: arnOf('orders.fifo'), Events: CREATED }),
    message: VALIDATE,
  },
  {
    name: 'a queue in another region',
    configuration: queues({ QueueArn: arnOf('far', 'eu-west-1'), Events: CREATED }),
    message:
      'The notification destination service region is not valid for the bucket location constraint',
  },
  {
    name: 'a function that does not exist',
    configuration: {
      LambdaFunctionConfigurations: [
        {
          LambdaFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:gone',
          Events: CREATED,
        },
      ],
    },
    message: VALIDATE,
    members: {
      ArgumentName1: 'arn:aws:lambda:us-east-1:123456789012:function:gone, null',
      ArgumentValue1:
        'Not authorized to invoke function [arn:aws:lambda:us-east-1:123456789012:function:gone]',
    },
  },
  {
    name: 'a bad ARN before a missing queue',
    configuration: queues(
      { QueueArn: arnOf('gone'), Events: CREATED },
      { QueueArn: 'invalid-queue', Events: REMOVED },
    ),
    message: 'The ARN could not be parsed',
    members: { ArgumentName: 'Queue', ArgumentValue: 'invalid-queue' },
  },
];

test('a configuration that is refused changes nothing and tells nobody', async () => {
  await using world = await createS3World();
  const good = await world.queue('good');
  await world.queue('private', { policy: null });
  await world.queue('orders.fifo', { fifo: 1 });
  await world.queue('far', { region: 'eu-west-1' });
  const before = queues({ Id: 'before', QueueArn: good, Events: ['s3:ObjectAcl:Put'] });
  await world.notify(before, true);
  for (const { name, configuration, message, members } of refusals) {
    const withGood = {
      ...configuration,
      QueueConfigurations: [
        ...('QueueConfigurations' in configuration
          ? (configuration.QueueConfigurations as object[])
          : []),
        { QueueArn: good, Events: ['s3:ObjectTagging:*'] },
      ],
    };
    await assert.rejects(world.notify(withGood), (error: AwsError) => {
      assert.equal(error.code, 'InvalidArgument', name);
      assert.equal(error.message, message, name);
      if (members) assert.deepEqual(error.members, members, name);
      return true;
    });
  }
  assert.deepEqual(await world.messages(good), []);
  assert.deepEqual(await world.events(), []);
  assert.deepEqual(await world.call('GetBucketNotificationConfiguration'), before);
});

test('without validation a missing queue is stored, a bad ARN is not', async () => {
  await using world = await createS3World();
  await world.notify(queues({ Id: 'a', QueueArn: arnOf('gone'), Events: CREATED }), true);
  const shown = await world.call('GetBucketNotificationConfiguration');
  assert.deepEqual(shown, queues({ Id: 'a', QueueArn: arnOf('gone'), Events: CREATED }));
  await assert.rejects(
    world.notify(queues({ QueueArn: 'bad', Events: CREATED }), true),
    (error: AwsError) => error.message === 'The ARN could not be parsed',
  );
});

test('a missing bucket is NoSuchBucket, another owner than expected AccessDenied', async () => {
  await using world = await createS3World();
  for (const operation of [
    'GetBucketNotificationConfiguration',
    'PutBucketNotificationConfiguration',
  ]) {
    const call = (input: object) =>
      world.call(operation, { NotificationConfiguration: {}, ...input });
    await assert.rejects(call({ Bucket: 'nowhere' }), { code: 'NoSuchBucket' });
    await assert.rejects(call({ ExpectedBucketOwner: '000000000000' }), { code: 'AccessDenied' });
    await assert.rejects(call({ ExpectedBucketOwner: 'me' }), {
      code: 'InvalidBucketOwnerAWSAccountID',
    });
  }
});
