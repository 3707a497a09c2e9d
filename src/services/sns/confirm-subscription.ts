import { parseArn } from '../../aws/arn.ts';
import type {
  ConfirmSubscriptionInput,
  ConfirmSubscriptionResponse,
} from '../../aws/models/sns.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  findSubscription,
  getSubscriptionByToken,
  type SubscriptionRow,
  updateSubscription,
} from '../../storage/tables/subscriptions.ts';
import { getTopic } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { errors, invalidParameter, topicDoesNotExist } from './errors.ts';

const TOKEN = /^[0-9a-f]+$/i;

/**
 * Confirms a subscription by the token that its endpoint was sent; also takes back its end. Needs
 * no signature: whoever has the token may. Confirming twice is confirming once. The token decides
 * which subscription it is; of the topic's ARN only the region counts.
 * https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html
 */
export async function confirmSubscription(
  { TopicArn, Token, AuthenticateOnUnsubscribe }: ConfirmSubscriptionInput,
  context: Context,
): Promise<ConfirmSubscriptionResponse> {
  const topicArn = parseArn(TopicArn);
  if (topicArn?.service !== 'sns' || topicArn.resource.includes(':'))
    throw invalidParameter('Topic');
  if (!TOKEN.test(Token)) throw errors.InvalidParameterException('Invalid token');
  const signed = context.caller.principal.kind !== 'anonymous';
  return context.storage.transaction(async (tx) => {
    const subscription = await getSubscriptionByToken(tx, Token, context.clock.now());
    if (!subscription || (await isReplaced(tx, subscription))) throw invalidParameter('Token');
    if (subscription.region !== topicArn.region) throw invalidParameter('Topic');
    const topic = await getTopic(tx, subscription.topic_arn);
    if (topic?.id !== subscription.topic_id) throw topicDoesNotExist();
    await updateSubscription(tx, subscription, {
      state: 'confirmed',
      authenticated: signed ? 1 : subscription.authenticated,
      authenticate_on_unsubscribe:
        signed && AuthenticateOnUnsubscribe === 'true'
          ? 1
          : subscription.authenticate_on_unsubscribe,
    });
    return { SubscriptionArn: subscription.arn };
  });
}

/** Its end cannot be taken back when the endpoint has been subscribed anew. */
const isReplaced = async (tx: Transaction, subscription: SubscriptionRow): Promise<boolean> =>
  subscription.state === 'deleted' && (await findSubscription(tx, subscription)) !== undefined;
