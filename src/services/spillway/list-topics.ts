import { listSubscriptionsOfTopic } from '../../storage/tables/subscriptions.ts';
import { allTopics } from '../../storage/tables/wiring.ts';
import { BRANCHES_MAX, listing } from './listing.ts';
import { isoTime } from './trail.ts';

/** ListTopics - `{"topics": [...], "next"}`, with their subscriptions. */
export const listTopics = listing(
  'topics',
  allTopics,
  ({ arn }) => arn,
  async (topic, reader) => ({
    arn: topic.arn,
    name: topic.name,
    fifo: topic.fifo === 1,
    createdAt: isoTime(topic.created_at),
    policy: JSON.parse(topic.policy),
    subscriptions: (await listSubscriptionsOfTopic(reader, topic.id, '', BRANCHES_MAX)).map(
      ({ arn, protocol, endpoint, state, filter_policy, attributes }) => ({
        arn,
        protocol,
        endpoint,
        state,
        filterPolicy: filter_policy === null ? undefined : JSON.parse(filter_policy),
        attributes: JSON.parse(attributes),
      }),
    ),
  }),
);
