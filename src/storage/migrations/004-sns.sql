-- Topics. attributes: JSON of what was set, as AWS spells it, but for Policy. subscriptions_deleted
-- counts, for that attribute.
CREATE TABLE topics (
  id INTEGER PRIMARY KEY,
  arn TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  fifo INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  attributes TEXT NOT NULL,
  policy TEXT NOT NULL,
  tags TEXT NOT NULL,
  subscriptions_deleted INTEGER NOT NULL
);
CREATE INDEX topics_account ON topics (account, fifo);

-- Deleted topics whose subscriptions are still to be removed.
CREATE TABLE deleted_topics (
  id INTEGER PRIMARY KEY,
  deleted_at INTEGER NOT NULL
);
CREATE INDEX deleted_topics_age ON deleted_topics (deleted_at);

-- Subscriptions. state: 'pending' until the endpoint confirms, 'confirmed', 'deleted' while the
-- endpoint may still take that back.
-- token: what the endpoint confirms with, until expires_at; a row that is not confirmed then is
-- removed.
-- attributes: JSON of what was set, but for FilterPolicy. throttled_until: the next free time of a
-- subscription with a throttle policy.
CREATE TABLE subscriptions (
  arn TEXT PRIMARY KEY,
  topic_id INTEGER NOT NULL,
  topic_arn TEXT NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  principal TEXT NOT NULL,
  protocol TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  state TEXT NOT NULL,
  authenticated INTEGER NOT NULL,
  authenticate_on_unsubscribe INTEGER NOT NULL,
  token TEXT,
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  attributes TEXT NOT NULL,
  filter_policy TEXT,
  throttled_until INTEGER NOT NULL
);
CREATE UNIQUE INDEX subscriptions_endpoint ON subscriptions (topic_id, protocol, endpoint) WHERE state <> 'deleted';
CREATE INDEX subscriptions_topic ON subscriptions (topic_id, state, arn);
CREATE INDEX subscriptions_account ON subscriptions (account, region, arn);
CREATE INDEX subscriptions_token ON subscriptions (token) WHERE token IS NOT NULL;
CREATE INDEX subscriptions_expiry ON subscriptions (expires_at) WHERE state <> 'confirmed';
CREATE INDEX subscriptions_filtered ON subscriptions (topic_id) WHERE filter_policy IS NOT NULL;
CREATE INDEX subscriptions_filtered_account ON subscriptions (account) WHERE filter_policy IS NOT NULL;

-- What was published to a FIFO topic in the last five minutes.
CREATE TABLE topic_deduplications (
  topic_id INTEGER NOT NULL,
  deduplication_key TEXT NOT NULL,
  message_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (topic_id, deduplication_key)
) WITHOUT ROWID;
CREATE INDEX topic_deduplications_expiry ON topic_deduplications (expires_at);

-- Mail that is kept here because no mail server is configured.
CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL
);
