import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueArn } from '../../../src/aws/arn.ts';
import { s3 } from '../../../src/services/s3/index.ts';
import { getQueue, insertQueue } from '../../../src/storage/tables/queues.ts';
import { ACCOUNT, createCaller, createTestPlatform, REGION } from '../../support/platform.ts';

const QUEUE = queueArn(REGION, ACCOUNT, 'uploads');

test('a PUT puts the record into the queue and notes it on the event', async () => {
  await using platform = await createTestPlatform();
  const call = createCaller(platform, [s3]);
  await platform.storage.transaction((tx) =>
    insertQueue(tx, {
      id: platform.ids.sequence(),
      arn: QUEUE,
      account: ACCOUNT,
      region: REGION,
      name: 'uploads',
      fifo: 0,
      created_at: platform.clock.now(),
      attributes: '{}',
      policy: null,
      dead_letter_arn: null,
      max_receive_count: null,
      tags: '{}',
    }),
  );
  await call('s3', 'CreateBucket', { Bucket: 'photos' });
  await call('s3', 'PutBucketNotificationConfiguration', {
    Bucket: 'photos',
    NotificationConfiguration: {
      QueueConfigurations: [{ Id: 'jpg', QueueArn: QUEUE, Events: ['s3:ObjectCreated:*'] }],
    },
  });
  await call('s3', 'PutObject', { Bucket: 'photos', Key: 'a b.jpg' });
  const { messages, event } = await platform.storage.read(async (reader) => ({
    messages: await reader.all<{ body: string }>(
      'SELECT body FROM messages WHERE backlog = ?',
      (await getQueue(reader, QUEUE))?.backlog ?? 0,
    ),
    event: await reader.get<{ settled: string }>('SELECT settled FROM events'),
  }));
  const bodies = messages.map((message) => JSON.parse(message.body));
  assert.deepEqual(
    bodies.flatMap((body) => body.Records ?? []).map((record) => record.s3.object.key),
    ['a+b.jpg'],
  );
  assert.equal(JSON.parse(event?.settled ?? '')[0].kind, 'delivered');
});
