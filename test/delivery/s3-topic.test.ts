import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { ACCOUNT, describeSns, type Queue } from '../services/sns/world.ts';
import { eventually } from '../support/world.ts';

describeSns('changes of objects for topics', (world) => {
  let buckets = 0;

  const allowS3 = (TopicArn: string, bucket: string) =>
    world().sns.setTopicAttributes({
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: JSON.stringify({
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'SNS:Publish',
          Resource: TopicArn,
          Condition: {
            ArnLike: { 'aws:SourceArn': `arn:aws:s3:*:*:${bucket}` },
            StringEquals: { 'aws:SourceAccount': ACCOUNT },
          },
        },
      }),
    });
  /** A bucket whose events go to a topic, and from there into a queue. */
  const notifying = async () => {
    const { server, topic, queue, subscribe } = world();
    const Bucket = `photos-${++buckets}`;
    const TopicArn = await topic();
    const made = await queue();
    await subscribe(TopicArn, 'sqs', made.arn);
    await server.s3.send(new CreateBucketCommand({ Bucket }));
    await allowS3(TopicArn, Bucket);
    await server.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket,
        NotificationConfiguration: {
          TopicConfigurations: [{ Id: 'all', TopicArn, Events: ['s3:ObjectCreated:*'] }],
        },
      }),
    );
    const test = await next(made);
    return { Bucket, TopicArn, queue: made, test };
  };
  const next = (queue: Queue) => eventually(async () => (await queue.envelopes())[0]);
  const put = (Bucket: string, Key: string) =>
    world().server.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'woof' }));
  const delivery = (TopicArn: string, attempts = 1) =>
    eventually(async () => {
      const row = await world().storage.read((reader) =>
        reader.get<{ state: string; reason: string | null; attempts: number }>(
          "SELECT * FROM deliveries WHERE kind = 's3-topic' AND lane = ? ORDER BY id DESC LIMIT 1",
          TopicArn,
        ),
      );
      return row !== undefined && row.attempts >= attempts && row;
    });

  it('begin with a test event', async () => {
    const { Bucket, TopicArn, test } = await notifying();
    assert.equal(test.TopicArn, TopicArn);
    assert.equal(test.Subject, 'Amazon S3 Notification');
    const { Event, Bucket: named } = JSON.parse(test.Message ?? '');
    assert.deepEqual([Event, named], ['s3:TestEvent', Bucket]);
  });

  it('are published under S3’s subject, without attributes', async () => {
    const { Bucket, queue } = await notifying();
    await put(Bucket, 'red flower.jpg');
    const envelope = await next(queue);
    assert.equal(envelope.Subject, 'Amazon S3 Notification');
    assert.equal('MessageAttributes' in envelope, false);
    const [record] = JSON.parse(envelope.Message ?? '').Records;
    assert.equal(record.eventName, 'ObjectCreated:Put');
    assert.equal(record.s3.configurationId, 'all');
    assert.equal(record.s3.object.key, 'red+flower.jpg');
  });

  it('leave a trail from the object to the message', async () => {
    const { Bucket, TopicArn, queue } = await notifying();
    await put(Bucket, 'trail.jpg');
    const { MessageId = '' } = await next(queue);
    const trail = await world().storage.read((reader) =>
      reader.get<{ subject: string; hops: number; lane: string }>(
        `SELECT changes.subject, messages.hops, d.lane
         FROM events messages
         JOIN deliveries d ON d.id = messages.cause
         JOIN events changes ON changes.id = d.event_id
         WHERE messages.subject = ?`,
        MessageId,
      ),
    );
    assert.deepEqual({ ...trail }, { subject: 'trail.jpg', hops: 1, lane: TopicArn });
  });

  it('are recorded as refused when the topic does not let S3 in any more', async () => {
    const { Bucket, TopicArn, queue } = await notifying();
    await allowS3(TopicArn, 'another-bucket');
    await put(Bucket, 'a.jpg');
    const { state, reason } = await delivery(TopicArn);
    assert.equal(state, 'rejected');
    assert.match(reason ?? '', /^no resource-based policy allows the sns:Publish action/);
    assert.deepEqual(await queue.receive(), []);
  });

  it('are recorded as refused when the topic is gone', async () => {
    const { Bucket, TopicArn } = await notifying();
    await world().sns.deleteTopic({ TopicArn });
    await put(Bucket, 'a.jpg');
    const { state, reason } = await delivery(TopicArn);
    assert.equal(state, 'rejected');
    assert.equal(reason, `The topic ${TopicArn} does not exist.`);
  });

  it('are cut off at the end of a loop', async () => {
    const { Bucket, TopicArn, queue } = await notifying();
    const { s3 } = world().server;
    s3.middlewareStack.add(
      (send) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['x-amzn-trace-id'] =
          'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0;Lineage=16:1';
        return send(args);
      },
      { step: 'build', name: 'lineage' },
    );
    await put(Bucket, 'loop.jpg');
    s3.middlewareStack.remove('lineage');
    const { state, reason } = await delivery(TopicArn);
    assert.equal(state, 'rejected');
    assert.match(reason ?? '', /loop/);
    assert.deepEqual(await queue.receive(), []);
  });
});
