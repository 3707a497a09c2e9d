-- Queues. attributes: JSON of what was set, as AWS spells it, but for Policy. dead_letter_arn and max_receive_count repeat RedrivePolicy.
-- backlog: which messages are this queue's; a purge gives the queue an empty one in no time.
-- in_flight, counted_at: a count that is taken again now and then, for limits that are approximate.
CREATE TABLE queues (
  id INTEGER PRIMARY KEY,
  arn TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  fifo INTEGER NOT NULL,
  backlog INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  attributes TEXT NOT NULL,
  policy TEXT,
  dead_letter_arn TEXT,
  max_receive_count INTEGER,
  tags TEXT NOT NULL,
  purged_at INTEGER,
  in_flight INTEGER NOT NULL,
  counted_at INTEGER NOT NULL
);
CREATE INDEX queues_dead_letter ON queues (dead_letter_arn, arn) WHERE dead_letter_arn IS NOT NULL;

-- Names that may not be used again yet.
CREATE TABLE deleted_queues (
  arn TEXT PRIMARY KEY,
  deleted_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Backlogs of deleted and purged queues, whose messages are still to be removed.
CREATE TABLE dropped_backlogs (
  backlog INTEGER PRIMARY KEY
);

-- Messages. place: 0 in line; 1 lets others go first (fair queues); 2 behind the front message of its group (FIFO).
-- A message is receivable when visible_at has come and its place is not 2. receipt: the last receive, NULL before the first.
-- group_id orders (FIFO queues); tenant only shares out (MessageGroupId on standard queues).
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  backlog INTEGER NOT NULL,
  place INTEGER NOT NULL,
  visible_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  receive_count INTEGER NOT NULL,
  receipt INTEGER,
  received_at INTEGER,
  first_received_at INTEGER,
  message_id TEXT NOT NULL,
  sender_id TEXT NOT NULL,
  group_id TEXT,
  tenant TEXT,
  deduplication_id TEXT,
  source_arn TEXT,
  trace TEXT,
  attempt TEXT,
  attributes TEXT,
  body TEXT NOT NULL
);
CREATE INDEX messages_line ON messages (backlog, place, visible_at, id, sent_at, receive_count);
CREATE INDEX messages_group ON messages (backlog, group_id, id) WHERE group_id IS NOT NULL;
CREATE INDEX messages_tenant ON messages (backlog, tenant, place) WHERE tenant IS NOT NULL;
CREATE INDEX messages_attempt ON messages (backlog, attempt) WHERE attempt IS NOT NULL;

-- What was sent to a FIFO queue in the last five minutes. queue_id: its backlog, so that a purge forgets them.
CREATE TABLE deduplications (
  queue_id INTEGER NOT NULL,
  deduplication_key TEXT NOT NULL,
  message_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (queue_id, deduplication_key)
) WITHOUT ROWID;
CREATE INDEX deduplications_expiry ON deduplications (expires_at);

-- Message move tasks. state: 'RUNNING', 'CANCELLING', 'CANCELLED', 'COMPLETED', 'FAILED'.
CREATE TABLE move_tasks (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  source_arn TEXT NOT NULL,
  destination_arn TEXT,
  messages_per_second INTEGER,
  state TEXT NOT NULL,
  moved INTEGER NOT NULL,
  to_move INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  failure TEXT
);
CREATE INDEX move_tasks_source ON move_tasks (source_arn, id);
CREATE INDEX move_tasks_active ON move_tasks (account, id) WHERE state IN ('RUNNING', 'CANCELLING');
