import type { Transaction } from '../storage/storage.ts';
import { appendMessage, type NewMessage } from '../storage/tables/messages.ts';
import { getQueue } from '../storage/tables/queues.ts';
import type { Platform } from './context.ts';
import { checkMessage } from './queue-message.ts';
import { type ServiceSender, serviceMay } from './service-sender.ts';

/**
 * What came of it. A refusal is a value: what then becomes of the message is the sender's business.
 */
export type Sent =
  | { readonly kind: 'delivered'; readonly messageId: string }
  | { readonly kind: 'rejected'; readonly code: string; readonly reason: string };

/**
 * Puts a service's message into a queue of this server as part of the caller's transaction. The
 * queue must exist, its policy must let the service send, and the message must be one that the
 * queue takes.
 */
export async function sendToQueue(
  tx: Transaction,
  platform: Pick<Platform, 'ids' | 'clock'>,
  sender: ServiceSender,
  queueArn: string,
  message: NewMessage,
): Promise<Sent> {
  const now = platform.clock.now();
  const queue = await getQueue(tx, queueArn);
  if (!queue) return rejected('QueueDoesNotExist', `The queue ${queueArn} does not exist.`);
  const verdict = serviceMay(sender, 'sqs:SendMessage', queueArn, queue.policy, now);
  if (!verdict.allowed) return rejected('AccessDenied', verdict.reason);
  const fault = checkMessage(queue, message);
  if (fault) return rejected(fault.code, fault.message);
  const { messageId } = await appendMessage(tx, queue, message, platform.ids, now);
  return { kind: 'delivered', messageId };
}

const rejected = (code: string, reason: string): Sent => ({ kind: 'rejected', code, reason });
