-- One row for each photo, for ever: a removed photo keeps its row, so that a late event cannot
-- bring it back. Times are milliseconds since 1970.
CREATE TABLE IF NOT EXISTS photos (
  key TEXT PRIMARY KEY,
  -- Of the newest upload or removal that is known, so that an event that comes late or twice
  -- changes nothing.
  sequencer TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('uploaded', 'recorded', 'failed', 'removed')),
  size_bytes BIGINT NOT NULL,
  uploaded_at BIGINT,
  received_at BIGINT,
  identifying_at BIGINT,
  identified_at BIGINT,
  recorded_at BIGINT,
  failed_at BIGINT,
  removed_at BIGINT,
  thumbnail_etag TEXT,
  thumbnail_at BIGINT,
  species TEXT,
  species_confidence DOUBLE PRECISION,
  breed TEXT,
  breed_confidence DOUBLE PRECISION,
  failure_code TEXT,
  failure_message TEXT,
  -- Counts all changes of the table; the gallery asks for what changed after the last one it saw.
  revision BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS photos_by_revision ON photos (revision);
