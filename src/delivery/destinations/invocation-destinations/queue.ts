import type { MessageAttributeValue } from '../../../aws/models/sqs.ts';
import type { Platform } from '../../../services/context.ts';
import { checkMessage } from '../../../services/queue-message.ts';
import type { Transaction } from '../../../storage/storage.ts';
import { appendMessage } from '../../../storage/tables/messages.ts';
import { getQueue } from '../../../storage/tables/queues.ts';
import type { Result } from '../../destination.ts';
import { nextHop } from '../../next-hop.ts';
import type { OwedRecord } from '../../owe-records.ts';
import { rejected, roleMay, type Send, type Sending } from './sending.ts';

/** The record, or the dead letter, becomes a message. */
export const sendToQueueDestination: Send = async (sending, platform) => {
  const { lane } = sending.job.delivery;
  const queue = await platform.storage.read((reader) => getQueue(reader, lane));
  const verdict = await roleMay(sending, platform, 'sqs:SendMessage', queue?.policy ?? null);
  if (!verdict.allowed) return async () => rejected('AccessDenied', verdict.reason);
  return (tx) => append(tx, platform, sending);
};

async function append(
  tx: Transaction,
  platform: Platform,
  { job, record }: Sending,
): Promise<Result> {
  const { lane } = job.delivery;
  const queue = await getQueue(tx, lane);
  if (!queue) return rejected('QueueDoesNotExist', `The queue ${lane} does not exist.`);
  const message = {
    body: record.body,
    senderId: job.event.account,
    messageAttributes: messageAttributes(record),
    traceHeader: nextHop(job).trace,
  };
  const fault = checkMessage(queue, message);
  if (fault) return rejected(fault.code, fault.message);
  const now = platform.clock.now();
  const { messageId } = await appendMessage(tx, queue, message, platform.ids, now);
  return { kind: 'delivered', note: `message ${messageId}` };
}

const messageAttributes = ({
  attributes = {},
}: OwedRecord): Record<string, MessageAttributeValue> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { type, value }]) => [
      name,
      { DataType: type, StringValue: value },
    ]),
  );
