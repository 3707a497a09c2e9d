-- Settings of this data folder: its own identity, keys, counters.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- What happened. Written in the transaction that made it happen, only when somebody is owed it (or the journal is on).
-- kind: 's3' an object change, 'sns' a published message, 'events' an event on a bus, 'lambda' an asynchronous invocation.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload TEXT NOT NULL,
  settled TEXT,
  trace TEXT,
  cause INTEGER,
  hops INTEGER NOT NULL
);

-- What is owed to whom. lane: the destination, so that one that hangs holds up nobody else.
-- state: 'pending', 'delivered', 'dead' (retries used up), 'rejected' (will never work), 'dropped' (by an operator).
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  lane TEXT NOT NULL,
  rule TEXT NOT NULL,
  payload TEXT,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  reason TEXT
);
CREATE INDEX deliveries_pending ON deliveries (lane, next_at, id) WHERE state = 'pending';
CREATE INDEX deliveries_event ON deliveries (event_id);

-- Every try of a delivery, numbered from 1.
CREATE TABLE attempts (
  delivery_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (delivery_id, number)
) WITHOUT ROWID;
