import { sendToQueue } from '../../../services/send-to-queue.ts';
import { nextHop } from '../../next-hop.ts';
import { resultOf, type Send } from './sending.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions */
export const sendToQueueTarget: Send =
  async ({ job, target, sender, body }, platform) =>
  async (tx) =>
    resultOf(
      await sendToQueue(tx, platform, sender, target.Arn, {
        body,
        senderId: sender.sourceAccount,
        groupId: target.SqsParameters?.MessageGroupId,
        traceHeader: nextHop(job).trace,
      }),
    );
