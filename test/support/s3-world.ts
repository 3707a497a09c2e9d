import { queueArn, topicArn } from '../../src/aws/arn.ts';
import type { Caller } from '../../src/services/caller.ts';
import type { Authorize, Call } from '../../src/services/dispatch.ts';
import { s3 } from '../../src/services/s3/index.ts';
import type { DeliveryRow } from '../../src/storage/tables/deliveries.ts';
import type { EventRow } from '../../src/storage/tables/events.ts';
import type { MessageRow } from '../../src/storage/tables/message-row.ts';
import { insertQueue } from '../../src/storage/tables/queues.ts';
import { insertTopic } from '../../src/storage/tables/topics.ts';
import { ACCOUNT, createCaller, createTestPlatform, REGION } from './platform.ts';

export const BUCKET = 'photos';

/** A policy that lets a bucket send to a queue or topic, as the S3 User Guide writes it. */
export const policyForBucket = (resource: string, action = 'SQS:SendMessage', bucket = BUCKET) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 's3',
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: action,
        Resource: resource,
        Condition: {
          ArnLike: { 'aws:SourceArn': `arn:aws:s3:*:*:${bucket}` },
          StringEquals: { 'aws:SourceAccount': ACCOUNT },
        },
      },
    ],
  });

/** A server with one bucket, whose tables a test can look into. */
export async function createS3World(options: { authorize?: Authorize; journalDays?: number } = {}) {
  const { journalDays: days = 7 } = options;
  const platform = await createTestPlatform({
    settings: { journal: { days, eventsMax: 1_000_000 } },
  });
  const { storage } = platform;
  const dispatch = createCaller(platform, [s3], options.authorize);
  const call = <Output = Record<string, unknown>>(
    operation: string,
    input: object = {},
    request: Partial<Call> = {},
  ) => dispatch<Output>('s3', operation, { Bucket: BUCKET, ...input }, request);
  await call('CreateBucket');

  return {
    platform,
    call,
    as:
      (caller: Caller) =>
      <Output = Record<string, unknown>>(operation: string, input: object = {}) =>
        call<Output>(operation, input, { caller }),
    /** Makes a queue; S3 may send to it unless another policy is given. Answers its ARN. */
    async queue(
      name: string,
      { policy, fifo = 0, attributes = {}, region = REGION }: QueueOptions = {},
    ): Promise<string> {
      const arn = queueArn(region, ACCOUNT, name);
      await storage.transaction((tx) =>
        insertQueue(tx, {
          id: platform.ids.sequence(),
          arn,
          account: ACCOUNT,
          region,
          name,
          fifo,
          created_at: platform.clock.now(),
          attributes: JSON.stringify(attributes),
          policy: policy === undefined ? policyForBucket(arn) : policy,
          dead_letter_arn: null,
          max_receive_count: null,
          tags: '{}',
        }),
      );
      return arn;
    },
    /** Makes a topic with this policy. Answers its ARN. */
    async topic(name: string, policy: (arn: string) => string, fifo: 0 | 1 = 0): Promise<string> {
      const arn = topicArn(REGION, ACCOUNT, name);
      await storage.transaction((tx) =>
        insertTopic(tx, {
          id: platform.ids.sequence(),
          arn,
          account: ACCOUNT,
          region: REGION,
          name,
          fifo,
          created_at: platform.clock.now(),
          attributes: '{}',
          policy: policy(arn),
          tags: '{}',
        }),
      );
      return arn;
    },
    /** Sets the bucket's notification configuration; test events are not counted by `messages`. */
    notify: (NotificationConfiguration: object, skip = false) =>
      call('PutBucketNotificationConfiguration', {
        NotificationConfiguration,
        SkipDestinationValidation: skip,
      }),
    messages: (arn: string) =>
      storage.read((reader) =>
        reader.all<MessageRow>(
          'SELECT m.* FROM messages m JOIN queues q ON q.backlog = m.backlog WHERE q.arn = ? ORDER BY m.id',
          arn,
        ),
      ),
    events: () =>
      storage.read((reader) => reader.all<EventRow>('SELECT * FROM events ORDER BY id')),
    deliveries: () =>
      storage.read((reader) => reader.all<DeliveryRow>('SELECT * FROM deliveries ORDER BY id')),
    [Symbol.asyncDispose]: platform.close,
  };
}

interface QueueOptions {
  readonly policy?: string | null;
  readonly fifo?: 0 | 1;
  readonly attributes?: Record<string, string>;
  readonly region?: string;
}
