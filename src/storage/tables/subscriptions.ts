import type { Reader, Transaction } from '../storage.ts';

/** An SNS subscription: one endpoint of one topic. */
export interface SubscriptionRow {
  /** The topic's ARN and a UUID. */
  readonly arn: string;
  readonly topic_id: number;
  readonly topic_arn: string;
  /** The account that subscribed, and so owns the subscription. */
  readonly account: string;
  readonly region: string;
  /** The ARN of the user or role that subscribed. */
  readonly principal: string;
  readonly protocol: Protocol;
  readonly endpoint: string;
  readonly state: SubscriptionState;
  /** 1 when whoever confirmed it signed the request. */
  readonly authenticated: number;
  /** 1 when an unsigned request cannot end it. */
  readonly authenticate_on_unsubscribe: number;
  /** What its endpoint confirms it with; `null` where no confirmation is needed. */
  readonly token: string | null;
  /** Until when the token can be used. */
  readonly expires_at: number | null;
  readonly created_at: number;
  /**
   * JSON: the attributes that were set, as AWS spells them and their values, but for
   * `FilterPolicy`.
   */
  readonly attributes: string;
  readonly filter_policy: string | null;
  /** When the next message may be delivered, for a subscription with a throttle policy. */
  readonly throttled_until: number;
}

export type Protocol = 'sqs' | 'lambda' | 'http' | 'https' | 'email' | 'email-json' | 'sms';

/** `deleted` remains for as long as the endpoint can take the unsubscribing back. */
export type SubscriptionState = 'pending' | 'confirmed' | 'deleted';

/** Expired rows that each sweep removes: more than one call adds, so that they cannot pile up. */
const SWEPT = 16;

/** Whatever its state. */
export const getSubscription = (
  reader: Reader,
  arn: string,
): Promise<SubscriptionRow | undefined> =>
  reader.get<SubscriptionRow>('SELECT * FROM subscriptions WHERE arn = ?', arn);

export const getSubscriptionByToken = (
  reader: Reader,
  token: string,
  now: number,
): Promise<SubscriptionRow | undefined> =>
  reader.get<SubscriptionRow>(
    'SELECT * FROM subscriptions WHERE token = ? AND expires_at > ?',
    token,
    now,
  );

/** The subscription of this endpoint, unless it has expired or been deleted. */
export const findSubscription = (
  reader: Reader,
  { topic_id, protocol, endpoint }: Pick<SubscriptionRow, 'topic_id' | 'protocol' | 'endpoint'>,
): Promise<SubscriptionRow | undefined> =>
  reader.get<SubscriptionRow>(
    `SELECT * FROM subscriptions
     WHERE topic_id = ? AND protocol = ? AND endpoint = ? AND state <> 'deleted'`,
    topic_id,
    protocol,
    endpoint,
  );

/** Everybody who gets what is published to the topic, in order of ARN. */
export const confirmedSubscriptions = (
  reader: Reader,
  topicId: number,
): Promise<SubscriptionRow[]> =>
  reader.all<SubscriptionRow>(
    "SELECT * FROM subscriptions WHERE topic_id = ? AND state = 'confirmed' ORDER BY arn",
    topicId,
  );

export const listSubscriptionsOfTopic = (
  reader: Reader,
  topicId: number,
  afterArn: string,
  limit: number,
): Promise<SubscriptionRow[]> =>
  reader.all<SubscriptionRow>(
    `SELECT * FROM subscriptions
     WHERE topic_id = ? AND state IN ('pending', 'confirmed') AND arn > ? ORDER BY arn LIMIT ?`,
    topicId,
    afterArn,
    limit,
  );

/** Without those whose topic is deleted. */
export const listSubscriptionsOfAccount = (
  reader: Reader,
  account: string,
  region: string,
  afterArn: string,
  limit: number,
): Promise<SubscriptionRow[]> =>
  reader.all<SubscriptionRow>(
    `SELECT * FROM subscriptions
     WHERE account = ? AND region = ? AND state <> 'deleted' AND arn > ?
       AND topic_id NOT IN (SELECT id FROM deleted_topics) ORDER BY arn LIMIT ?`,
    account,
    region,
    afterArn,
    limit,
  );

export async function countSubscriptions(
  reader: Reader,
  topicId: number,
): Promise<{ readonly confirmed: number; readonly pending: number }> {
  const rows = await reader.all<{ state: SubscriptionState; subscriptions: number }>(
    'SELECT state, COUNT(*) AS subscriptions FROM subscriptions WHERE topic_id = ? GROUP BY state',
    topicId,
  );
  const count = (state: SubscriptionState) =>
    Number(rows.find((row) => row.state === state)?.subscriptions ?? 0);
  return { confirmed: count('confirmed'), pending: count('pending') };
}

/** How many filter policies the topic's subscriptions have, and the account's. */
export async function countFilterPolicies(
  reader: Reader,
  { topic_id, account }: Pick<SubscriptionRow, 'topic_id' | 'account'>,
): Promise<{ readonly ofTopic: number; readonly ofAccount: number }> {
  const row = await reader.get<{ of_topic: number; of_account: number }>(
    `SELECT
       (SELECT COUNT(*) FROM subscriptions WHERE topic_id = ? AND filter_policy IS NOT NULL) AS of_topic,
       (SELECT COUNT(*) FROM subscriptions WHERE account = ? AND filter_policy IS NOT NULL) AS of_account`,
    topic_id,
    account,
  );
  return { ofTopic: Number(row?.of_topic ?? 0), ofAccount: Number(row?.of_account ?? 0) };
}

export async function insertSubscription(
  tx: Transaction,
  subscription: Omit<SubscriptionRow, 'throttled_until'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO subscriptions (arn, topic_id, topic_arn, account, region, principal, protocol, endpoint,
       state, authenticated, authenticate_on_unsubscribe, token, expires_at, created_at, attributes,
       filter_policy, throttled_until)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    subscription.arn,
    subscription.topic_id,
    subscription.topic_arn,
    subscription.account,
    subscription.region,
    subscription.principal,
    subscription.protocol,
    subscription.endpoint,
    subscription.state,
    subscription.authenticated,
    subscription.authenticate_on_unsubscribe,
    subscription.token,
    subscription.expires_at,
    subscription.created_at,
    subscription.attributes,
    subscription.filter_policy,
  );
}

/** What may change in a subscription's life. */
export type SubscriptionChanges = Partial<
  Pick<
    SubscriptionRow,
    | 'state'
    | 'authenticated'
    | 'authenticate_on_unsubscribe'
    | 'token'
    | 'expires_at'
    | 'attributes'
    | 'filter_policy'
    | 'throttled_until'
  >
>;

export async function updateSubscription(
  tx: Transaction,
  subscription: SubscriptionRow,
  changes: SubscriptionChanges,
): Promise<SubscriptionRow> {
  const changed = { ...subscription, ...changes };
  await tx.run(
    `UPDATE subscriptions SET state = ?, authenticated = ?, authenticate_on_unsubscribe = ?, token = ?,
       expires_at = ?, attributes = ?, filter_policy = ?, throttled_until = ? WHERE arn = ?`,
    changed.state,
    changed.authenticated,
    changed.authenticate_on_unsubscribe,
    changed.token,
    changed.expires_at,
    changed.attributes,
    changed.filter_policy,
    changed.throttled_until,
    changed.arn,
  );
  return changed;
}

export async function deleteSubscription(tx: Transaction, arn: string): Promise<void> {
  await tx.run('DELETE FROM subscriptions WHERE arn = ?', arn);
}

/**
 * Removes some of the subscriptions that nobody can confirm any more, and of those whose topic was
 * deleted before `topicsBefore`. Called where subscriptions and topics come and go.
 */
export async function sweepSubscriptions(
  tx: Transaction,
  now: number,
  topicsBefore: number,
): Promise<void> {
  await tx.run(
    `DELETE FROM subscriptions WHERE arn IN
       (SELECT arn FROM subscriptions WHERE state <> 'confirmed' AND expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    now,
    SWEPT,
  );
  const topic = await tx.get<{ id: number }>(
    'SELECT id FROM deleted_topics WHERE deleted_at <= ? ORDER BY deleted_at LIMIT 1',
    topicsBefore,
  );
  if (!topic) return;
  const removed = await tx.run(
    `DELETE FROM subscriptions WHERE arn IN
       (SELECT arn FROM subscriptions WHERE topic_id = ? LIMIT ?)`,
    topic.id,
    SWEPT,
  );
  if (removed < SWEPT) await tx.run('DELETE FROM deleted_topics WHERE id = ?', topic.id);
}
