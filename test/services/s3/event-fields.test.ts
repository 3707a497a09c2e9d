import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { S3 } from '@aws-sdk/client-s3';
import { compareSequencers } from '../../../src/events/s3/index.ts';
import { seededRandomness } from '../../../src/lib/ids.ts';
import {
  createEventAccount,
  type EventAccount,
  type TestQueue,
} from '../../support/event-account.ts';
import { createWorld, type World } from '../../support/world.ts';

/** What recordings of AWS mask, because it differs each time, has rules all the same. */
let world: World;
let own: EventAccount;
let s3: S3;
before(async () => {
  world = await createWorld();
  own = createEventAccount(world.client);
  s3 = new S3({ ...world.client, forcePathStyle: true });
});
after(async () => {
  s3.destroy();
  own[Symbol.dispose]();
  await world.close();
});

const EVERYTHING = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:ObjectTagging:*'] as const;

interface BusEvent {
  readonly id: string;
  readonly time: string;
  readonly detail: {
    readonly object: { readonly key: string; readonly etag?: string; readonly sequencer?: string };
    readonly 'request-id': string;
    readonly 'source-ip-address': string;
  };
}

/** A bucket all of whose events go to a queue, and to the default bus. */
async function watchedBucket(Bucket: string): Promise<TestQueue> {
  const Policy = JSON.stringify({
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: own.arn('sqs', Bucket),
      Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${Bucket}` } },
    },
  });
  const queue = await own.queue(Bucket, { Policy });
  await s3.createBucket({ Bucket });
  await s3.putBucketNotificationConfiguration({
    Bucket,
    SkipDestinationValidation: true,
    NotificationConfiguration: {
      QueueConfigurations: [{ Id: 'all', QueueArn: queue.arn, Events: [...EVERYTHING] }],
      EventBridgeConfiguration: {},
    },
  });
  return queue;
}

/** All records that wait in a queue. */
async function recordsIn({ url }: TestQueue) {
  const records = [];
  for (;;) {
    const { Messages = [] } = await own.sqs.receiveMessage({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
    });
    if (Messages.length === 0) return records;
    for (const { Body = '' } of Messages) records.push(...JSON.parse(Body).Records);
  }
}

async function upload(Bucket: string, Key: string, Body: string) {
  const { UploadId } = await s3.createMultipartUpload({ Bucket, Key });
  const { ETag } = await s3.uploadPart({ Bucket, Key, UploadId, PartNumber: 1, Body });
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  return s3.completeMultipartUpload({ Bucket, Key, UploadId, MultipartUpload });
}

const KEYS = ['a', 'b'];
const ROUNDS = 4;
const AT_ONCE = 4;

for (const Status of ['Suspended', 'Enabled'] as const)
  test(`the greatest sequencer of a key tells what it holds; versions ${Status}`, async () => {
    const Bucket = `order-${Status.toLowerCase()}`;
    const queue = await watchedBucket(Bucket);
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status } });
    const { random } = seededRandomness(7);
    const steps = [
      (Key: string, Body: string) => s3.putObject({ Bucket, Key, Body }),
      (Key: string, Body: string) => upload(Bucket, Key, Body),
      (Key: string) => s3.copyObject({ Bucket, Key, CopySource: `${Bucket}/source` }),
      (Key: string) => s3.deleteObject({ Bucket, Key }),
    ];
    await s3.putObject({ Bucket, Key: 'source', Body: 'source' });
    for (let round = 0; round < ROUNDS; round++) {
      const some = KEYS.flatMap((Key) =>
        Array.from({ length: AT_ONCE }, (_, at) => {
          const step = steps[Math.floor(random() * steps.length)];
          return step?.(Key, `${Key} ${round} ${at}`);
        }),
      );
      await Promise.all(some);
    }
    const records = await recordsIn(queue);
    for (const key of KEYS) {
      const changes = records.filter(({ s3: { object } }) => object.key === key);
      assert.equal(changes.length, ROUNDS * AT_ONCE);
      changes.sort((x, y) => compareSequencers(x.s3.object.sequencer, y.s3.object.sequencer));
      const sequencers = changes.map(({ s3: { object } }) => object.sequencer);
      assert.equal(new Set(sequencers).size, sequencers.length);
      for (const sequencer of sequencers) assert.match(sequencer, /^[0-9A-F]{18}$/);
      const last = changes.at(-1);
      const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({
        Bucket,
        Prefix: key,
      });
      const newest = [...Versions, ...DeleteMarkers].find(({ IsLatest }) => IsLatest);
      assert.equal(newest !== undefined && 'ETag' in newest, last.eventName.includes('Created'));
      if (Status === 'Suspended') {
        assert.equal(newest?.VersionId, 'null');
        if (newest && 'ETag' in newest) assert.equal(newest.ETag, `"${last.s3.object.eTag}"`);
        continue;
      }
      const inOrder = changes.map(({ s3: { object } }) => object.versionId).reverse();
      const listed = new Set([...Versions, ...DeleteMarkers].map(({ VersionId }) => VersionId));
      assert.deepEqual(new Set(inOrder), listed);
      const created = new Set(Versions.map(({ VersionId }) => VersionId));
      assert.deepEqual(
        inOrder.filter((version) => created.has(version)),
        Versions.map(({ VersionId }) => VersionId),
      );
    }
  });

test('a record and a bus event name the request as its answer does', async () => {
  const queue = await watchedBucket('requests');
  const bus = await own.queue('bus');
  await own.rule('aws.s3', [{ Id: 'q', Arn: bus.arn }]);
  const Bucket = 'requests';
  const Key = 'a b.jpg';
  const Tagging = { TagSet: [{ Key: 'k', Value: 'v' }] };
  const started = Date.now();
  const answers = [
    await s3.putObject({ Bucket, Key, Body: 'x' }),
    await upload(Bucket, Key, 'y'),
    await s3.putObjectTagging({ Bucket, Key, Tagging }),
    await s3.deleteObjectTagging({ Bucket, Key }),
    await s3.deleteObject({ Bucket, Key }),
  ];
  const records = await recordsIn(queue);
  assert.equal(records.length, answers.length);
  const events: BusEvent[] = [];
  for (const _ of answers) events.push(JSON.parse((await own.receive(bus)).Body ?? ''));
  for (const { $metadata } of answers) {
    const { requestId, extendedRequestId } = $metadata;
    const record = records.find((r) => r.responseElements['x-amz-request-id'] === requestId);
    assert.equal(record?.responseElements['x-amz-id-2'], extendedRequestId);
    assert.match(record.eventTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const at = Date.parse(record.eventTime);
    assert.ok(at >= started && at <= Date.now());
    assert.equal(record.s3.object.key, 'a+b.jpg');
    const event = events.find(({ detail }) => detail['request-id'] === requestId);
    assert.ok(event);
    assert.equal(event.time, `${record.eventTime.slice(0, 19)}Z`);
    assert.match(event.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const { key, etag, sequencer } = event.detail.object;
    const { eTag } = record.s3.object;
    assert.deepEqual([key, etag, sequencer], [Key, eTag, record.s3.object.sequencer]);
    assert.equal(event.detail['source-ip-address'], record.requestParameters.sourceIPAddress);
  }
});
