import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { RECEIVES_MAX, VISIBILITY_TIMEOUT_SECONDS } from '../shared/limits.ts';
import type { Settings } from '../shared/settings.ts';
import type { Arns } from './arns.ts';
import { letService, policyOf, statementFor } from './policy.ts';

const TWO_WEEKS_SECONDS = 14 * 24 * 60 * 60;

/**
 * The queue of the workers with its dead-letter queue, and the archive. Each says who may send to
 * it: without that S3 refuses to be configured, and a topic delivers nothing.
 */
export async function provisionQueues(settings: Settings, arns: Arns): Promise<void> {
  const sqs = new SQSClient();
  await ensureQueue(sqs, settings.deadLetterQueue, {
    MessageRetentionPeriod: String(TWO_WEEKS_SECONDS),
  });
  await ensureQueue(sqs, settings.queue, {
    VisibilityTimeout: String(VISIBILITY_TIMEOUT_SECONDS),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: arns.deadLetterQueue,
      maxReceiveCount: RECEIVES_MAX,
    }),
    Policy: policyOf(
      statementFor('s3', 'sqs:SendMessage', arns.queue, arns.bucket),
      statementFor('sns', 'sqs:SendMessage', arns.queue, arns.topic),
    ),
  });
  await ensureQueue(sqs, settings.archiveQueue, {
    MessageRetentionPeriod: String(TWO_WEEKS_SECONDS),
    Policy: letService('sns', 'sqs:SendMessage', arns.archiveQueue, arns.topic),
  });
}

/**
 * Creating a queue that is there succeeds as long as no attribute differs, so they are set
 * afterwards.
 */
async function ensureQueue(sqs: SQSClient, name: string, attributes: Record<string, string>) {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
}
