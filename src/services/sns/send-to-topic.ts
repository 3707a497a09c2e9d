import type { Transaction } from '../../storage/storage.ts';
import { getTopic } from '../../storage/tables/topics.ts';
import type { Platform } from '../context.ts';
import type { Sent } from '../send-to-queue.ts';
import { type ServiceSender, serviceMay } from '../service-sender.ts';
import { checkPublication, type Publication } from './publication.ts';
import { type Origin, publishToTopic } from './publish-to-topic.ts';

/**
 * Publishes a service's message as part of the caller's transaction. The topic must exist, its
 * policy must let the service publish, and the message must be one that the topic takes.
 */
export async function sendToTopic(
  tx: Transaction,
  platform: Platform,
  sender: ServiceSender,
  topicArn: string,
  publication: Publication,
  origin: Origin,
): Promise<Sent> {
  const topic = await getTopic(tx, topicArn);
  if (!topic) return rejected('NotFound', `The topic ${topicArn} does not exist.`);
  const now = platform.clock.now();
  const verdict = serviceMay(sender, 'sns:Publish', topicArn, topic.policy, now);
  if (!verdict.allowed) return rejected('AuthorizationError', verdict.reason);
  const fault = checkPublication(topic, publication);
  if (fault) return rejected('InvalidParameter', fault.message);
  const { messageId } = await publishToTopic(tx, platform, topic, publication, origin);
  return { kind: 'delivered', messageId };
}

const rejected = (code: string, reason: string): Sent => ({ kind: 'rejected', code, reason });
