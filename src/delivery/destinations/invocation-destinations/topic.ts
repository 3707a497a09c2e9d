import { checkPublication } from '../../../services/sns/publication.ts';
import { publishToTopic } from '../../../services/sns/publish-to-topic.ts';
import { getTopic } from '../../../storage/tables/topics.ts';
import { nextHop } from '../../next-hop.ts';
import { rejected, roleMay, type Send } from './sending.ts';

/** The record, or the dead letter, is published. */
export const sendToTopicDestination: Send = async (sending, platform) => {
  const { job, record } = sending;
  const { lane } = job.delivery;
  const found = await platform.storage.read((reader) => getTopic(reader, lane));
  const verdict = await roleMay(sending, platform, 'sns:Publish', found?.policy ?? null);
  if (!verdict.allowed) return async () => rejected('AuthorizationError', verdict.reason);
  return async (tx) => {
    const topic = await getTopic(tx, lane);
    if (!topic) return rejected('NotFound', `The topic ${lane} does not exist.`);
    const attributes = Object.entries(record.attributes ?? {}).map(([name, { type, value }]) => [
      name,
      { Type: type, Value: value },
    ]);
    const publication = { message: record.body, attributes: Object.fromEntries(attributes) };
    const fault = checkPublication(topic, publication);
    if (fault) return rejected('InvalidParameter', fault.message);
    const origin = nextHop(job);
    const { messageId } = await publishToTopic(tx, platform, topic, publication, origin);
    return { kind: 'delivered', note: `message ${messageId}` };
  };
};
