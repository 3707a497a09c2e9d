-- The journal: what became of each change. configuration: digest of the notification configuration whose rules were asked.
-- outcome: what was known when it was written: 'unmatched' (no rule wanted it), 'refused' (a destination refused at once), 'given'.
-- origin: NULL for what happened, 'replay' (then replay_of is the event that is repeated) or 'backfill'.
ALTER TABLE events ADD COLUMN configuration TEXT;
ALTER TABLE events ADD COLUMN outcome TEXT NOT NULL DEFAULT 'given';
ALTER TABLE events ADD COLUMN origin TEXT;
ALTER TABLE events ADD COLUMN replay_of INTEGER;

-- Everything that the journal is searched by, so that a search reads no event that it does not show; by time, so that it grows at its end.
CREATE INDEX events_search ON events (at, id, source, subject, name, outcome);
CREATE INDEX events_cause ON events (cause) WHERE cause IS NOT NULL;
CREATE INDEX deliveries_failed ON deliveries (state, id, event_id) WHERE state <> 'pending' AND state <> 'delivered';

-- Notification configurations by their digest, for as long as an event of the journal was matched with them.
-- used_until: when a bucket began or ceased to have it, whichever was last.
CREATE TABLE notification_configurations (
  digest TEXT PRIMARY KEY,
  configuration TEXT NOT NULL,
  used_until INTEGER NOT NULL
) WITHOUT ROWID;
