import {
  compileFilterPolicy,
  explainFilterPolicy,
  type FilterPolicyScope,
} from '../../../events/filter-policy/index.ts';
import { laneFailure } from '../../../storage/tables/delivery-control.ts';
import {
  listSubscriptionsOfTopic,
  type SubscriptionRow,
} from '../../../storage/tables/subscriptions.ts';
import { getTopic } from '../../../storage/tables/topics.ts';
import { serviceMay } from '../../service-sender.ts';
import { explainFunction } from './explain-function.ts';
import { explainQueue } from './explain-queue.ts';
import { passes, type Step, stops } from './step.ts';
import { BRANCHES_MAX, type Visit } from './visit.ts';

/** Whether a topic would take the message, and which subscriptions get it. */
export async function explainTopic(visit: Visit, arn: string): Promise<Step> {
  const { reader, sender, now } = visit;
  const topic = await getTopic(reader, arn);
  if (!topic) return stops('topic', arn, 'the topic does not exist');
  const verdict = serviceMay(sender, 'sns:Publish', arn, topic.policy, now);
  if (!verdict.allowed)
    return stops(
      'topic',
      arn,
      `the topic policy does not let ${sender.service} publish: ${verdict.reason}`,
    );
  const subscriptions = await listSubscriptionsOfTopic(reader, topic.id, '', BRANCHES_MAX);
  if (subscriptions.length === 0) return stops('topic', arn, 'the topic has no subscriptions');
  const onward = {
    ...visit,
    sender: { service: 'sns.amazonaws.com', sourceArn: arn, sourceAccount: topic.account },
    depth: visit.depth + 1,
  };
  const next: Step[] = [];
  for (const subscription of subscriptions)
    next.push(await explainSubscription(onward, subscription));
  return passes('topic', arn, next);
}

async function explainSubscription(visit: Visit, subscription: SubscriptionRow): Promise<Step> {
  const { arn, protocol, endpoint, state } = subscription;
  const name = `${arn} (${protocol} ${endpoint})`;
  if (state === 'pending')
    return stops('subscription', name, 'the subscription waits for its endpoint to confirm it');
  const attributes: Readonly<Record<string, string>> = JSON.parse(subscription.attributes);
  const refusal = filteredOut(subscription, attributes, visit.body);
  if (refusal !== undefined) return stops('subscription', name, refusal);
  return passes('subscription', name, [await explainEndpoint(visit, subscription, attributes)]);
}

function explainEndpoint(
  visit: Visit,
  { protocol, endpoint, arn }: SubscriptionRow,
  { RawMessageDelivery }: Readonly<Record<string, string>>,
): Promise<Step> {
  if (protocol === 'lambda') return explainFunction(visit, endpoint);
  if (protocol !== 'sqs') return explainOutside(visit, endpoint, arn);
  // What the queue's consumers get: the envelope, unless delivery is raw.
  const body =
    RawMessageDelivery === 'true'
      ? visit.body
      : JSON.stringify({
          Type: 'Notification',
          TopicArn: visit.sender.sourceArn,
          Message: visit.body,
        });
  return explainQueue({ ...visit, body }, endpoint);
}

/** What is not on this server is known by how deliveries to it went. */
async function explainOutside({ reader }: Visit, endpoint: string, lane: string): Promise<Step> {
  const failure = (await laneFailure(reader, endpoint)) ?? (await laneFailure(reader, lane));
  if (!failure) return passes('endpoint', endpoint);
  const since = new Date(failure.since).toISOString();
  return stops('endpoint', endpoint, `deliveries have failed since ${since}: ${failure.reason}`);
}

function filteredOut(
  { filter_policy }: SubscriptionRow,
  attributes: Readonly<Record<string, string>>,
  body: string,
): string | undefined {
  const scope: FilterPolicyScope =
    attributes.FilterPolicyScope === 'MessageBody' ? 'MessageBody' : 'MessageAttributes';
  const filter = filter_policy === null ? undefined : compileFilterPolicy(filter_policy, scope, '');
  if (!filter) return undefined;
  const explanation = explainFilterPolicy(filter, { attributes: {}, body });
  if (explanation.matched) return undefined;
  const hint =
    scope === 'MessageAttributes'
      ? '; it looks at message attributes, of which S3 and EventBridge send none: set FilterPolicyScope to MessageBody to filter by the body'
      : '';
  return `its filter policy does not match: ${explanation.reason}${hint}`;
}
