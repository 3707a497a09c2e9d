import type { UnsubscribeInput } from '../../aws/models/sns.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Transaction } from '../../storage/storage.ts';
import {
  deleteSubscription,
  getSubscription,
  type SubscriptionRow,
  updateSubscription,
} from '../../storage/tables/subscriptions.ts';
import { countDeletedSubscription, getTopic } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { askForConfirmation } from './confirmation.ts';
import { errors, invalidParameter } from './errors.ts';
import { checkSubscriptionArn, ownedBy } from './require-subscription.ts';
import { sweep } from './sweep.ts';

/**
 * Ends a subscription; one that does not exist is ended as well, one that waits to be confirmed is
 * not: it ends by itself. Needs no signature, unless the subscription was confirmed so. An HTTP endpoint, and one of mail that used the link, is told how
 * to take it back.
 * https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html
 */
export async function unsubscribe(
  { SubscriptionArn }: UnsubscribeInput,
  context: Context,
): Promise<Unit> {
  checkSubscriptionArn(SubscriptionArn);
  return context.storage.transaction(async (tx) => {
    const subscription = await getSubscription(tx, SubscriptionArn);
    if (subscription && subscription.state !== 'deleted') {
      checkOwner(subscription, context);
      if (subscription.state === 'pending') throw pending();
      await end(tx, subscription, context);
    }
    await sweep(tx, context);
    return {};
  });
}

const pending = () =>
  invalidParameter(
    'SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation',
  );

/** An anonymous caller has no account and so owns nothing. */
function checkOwner(subscription: SubscriptionRow, { account }: Context): void {
  if (subscription.authenticate_on_unsubscribe === 0 || ownedBy(subscription, account)) return;
  throw errors.AuthorizationErrorException(
    'The subscription was confirmed with AuthenticateOnUnsubscribe: only its owner, or the topic owner, can end it',
  );
}

async function end(tx: Transaction, subscription: SubscriptionRow, context: Context) {
  const topic = await getTopic(tx, subscription.topic_arn);
  const current = topic?.id === subscription.topic_id ? topic : undefined;
  if (current) await countDeletedSubscription(tx, current.id);
  if (!current || !isToldOfEnd(subscription, context))
    return deleteSubscription(tx, subscription.arn);
  const ended = await updateSubscription(tx, subscription, { state: 'deleted' });
  await askForConfirmation(tx, context, current, ended, 'UnsubscribeConfirmation');
}

function isToldOfEnd({ protocol }: SubscriptionRow, { caller }: Context): boolean {
  if (protocol === 'http' || protocol === 'https') return true;
  const byLink = caller.principal.kind === 'anonymous';
  return byLink && (protocol === 'email' || protocol === 'email-json');
}
