-- Event buses. 'default' exists in every account and region; its row is made when something of it is first set.
-- revision: another id after every change of what the bus's events are matched with.
CREATE TABLE event_buses (
  arn TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  policy TEXT,
  tags TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  revision TEXT NOT NULL
) WITHOUT ROWID;

-- Rules. next_fire_at: when the schedule of an enabled rule fires next.
CREATE TABLE rules (
  arn TEXT PRIMARY KEY,
  bus_arn TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  event_pattern TEXT,
  schedule_expression TEXT,
  description TEXT,
  role_arn TEXT,
  created_by TEXT NOT NULL,
  tags TEXT NOT NULL,
  next_fire_at INTEGER
) WITHOUT ROWID;
CREATE INDEX rules_bus ON rules (bus_arn, name);
CREATE INDEX rules_due ON rules (next_fire_at, arn) WHERE next_fire_at IS NOT NULL;

-- Targets of rules. definition: JSON of the target as it was put.
CREATE TABLE targets (
  rule_arn TEXT NOT NULL,
  id TEXT NOT NULL,
  arn TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (rule_arn, id)
) WITHOUT ROWID;
CREATE INDEX targets_arn ON targets (arn, rule_arn);

-- Archives. An archive deleted and created again is another one, with another id.
CREATE TABLE archives (
  arn TEXT PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  bus_arn TEXT NOT NULL,
  description TEXT,
  event_pattern TEXT,
  retention_days INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  event_count INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX archives_bus ON archives (bus_arn);

-- What archives keep. at: the event's own time. kept_at: when it was put, from which its retention counts.
CREATE TABLE archived_events (
  id INTEGER PRIMARY KEY,
  archive_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  event TEXT NOT NULL
);
CREATE INDEX archived_events_time ON archived_events (archive_id, at, id);
CREATE INDEX archived_events_age ON archived_events (archive_id, kept_at);

-- Replays. state: 'STARTING', 'RUNNING', 'CANCELLING', 'COMPLETED', 'CANCELLED', 'FAILED'.
-- cursor_at, cursor_id: the archived event that was replayed last.
CREATE TABLE replays (
  arn TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT,
  archive_arn TEXT NOT NULL,
  bus_arn TEXT NOT NULL,
  filter_arns TEXT,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  state_reason TEXT,
  cursor_at INTEGER,
  cursor_id INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) WITHOUT ROWID;
CREATE INDEX replays_active ON replays (arn) WHERE state IN ('STARTING', 'RUNNING', 'CANCELLING');
