import type { Target } from '../../../aws/models/eventbridge.ts';
import type { MessageAttributeValue } from '../../../aws/models/sqs.ts';
import type { Platform } from '../../../services/context.ts';
import { sendToQueue } from '../../../services/send-to-queue.ts';
import type { Transaction } from '../../../storage/storage.ts';
import type { RuleRow } from '../../../storage/tables/rules.ts';
import { deadLetterNote } from '../../dead-letter-note.ts';
import type { Burial, Job } from '../../destination.ts';
import { nextHop } from '../../next-hop.ts';
import { nextTry } from './retry-policy.ts';
import type { Sending } from './sending.ts';

const ERROR_MESSAGE_LENGTH_MAX = 1024;
/** What a message attribute may not hold. */
const FORBIDDEN_CHARACTERS = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Puts an event that a target will never get into the target's dead-letter queue, if it has one, and says why in message
 * attributes. The queue's policy has to let the rule in. Answers what to record of it.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export async function bury(
  tx: Transaction,
  platform: Platform,
  job: Job,
  burial: Burial,
  { rule, target, sender }: Pick<Sending, 'rule' | 'target' | 'sender'>,
): Promise<string | undefined> {
  const queueArn = target.DeadLetterConfig?.Arn;
  if (queueArn === undefined) return undefined;
  const sent = await sendToQueue(tx, platform, sender, queueArn, {
    body: job.event.payload,
    senderId: sender.sourceAccount,
    traceHeader: nextHop(job).trace,
    messageAttributes: attributesOf(platform, job, burial, rule, target),
  });
  if (sent.kind === 'rejected') {
    const { id } = job.delivery;
    platform.log.warn(
      { delivery: id, queue: queueArn, reason: sent.reason },
      'an event could not be put into its dead-letter queue and is lost',
    );
  }
  return deadLetterNote(queueArn, sent);
}

function attributesOf(
  platform: Platform,
  job: Job,
  { failure, state }: Burial,
  rule: RuleRow,
  target: Target,
): Record<string, MessageAttributeValue> {
  const exhausted = state === 'dead' ? nextTry(target.RetryPolicy, job, platform) : undefined;
  const attributes = {
    RULE_ARN: rule.arn,
    TARGET_ARN: target.Arn,
    ERROR_CODE: failure.code ?? 'INTERNAL_ERROR',
    ERROR_MESSAGE: failure.reason
      .slice(0, ERROR_MESSAGE_LENGTH_MAX)
      .replaceAll(FORBIDDEN_CHARACTERS, '\uFFFD'),
    RETRY_ATTEMPTS: String(job.attempt - 1),
    ...(typeof exhausted === 'string' && { EXHAUSTED_RETRY_CONDITION: exhausted }),
  };
  return Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [
      name,
      { DataType: 'String', StringValue },
    ]),
  );
}
