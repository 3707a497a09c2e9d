import { sendToTopic } from '../../../services/sns/send-to-topic.ts';
import { nextHop } from '../../next-hop.ts';
import { resultOf, type Send } from './sending.ts';

/** The event is the message; there is no subject. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions */
export const sendToTopicTarget: Send =
  async ({ job, target, sender, body }, platform) =>
  async (tx) => {
    const publication = { message: body };
    const origin = nextHop(job);
    return resultOf(await sendToTopic(tx, platform, sender, target.Arn, publication, origin));
  };
