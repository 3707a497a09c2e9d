-- versioning: '', 'Enabled', 'Suspended'. The configurations are JSON, null where never set (or
-- removed).
CREATE TABLE buckets (
  name TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  versioning TEXT NOT NULL,
  object_ownership TEXT NOT NULL,
  policy TEXT,
  notification TEXT,
  cors TEXT,
  tags TEXT,
  acl TEXT,
  public_access_block TEXT,
  encryption TEXT
) WITHOUT ROWID;
CREATE INDEX buckets_account ON buckets (account, name);

-- One row for each version of an object. live: 1 for what a GET without version answers, one a key
-- at most; 0 for older versions and for delete markers. So a listing reads its keys and nothing
-- else. version: 'null' or 32 characters. Its bytes: in the file `blob`; or the parts of `upload`;
-- or, when there are any, the row `sequence` of bodies.
CREATE TABLE objects (
  bucket TEXT NOT NULL,
  live INTEGER NOT NULL,
  key TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  version TEXT NOT NULL,
  delete_marker INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  etag TEXT NOT NULL,
  storage_class TEXT NOT NULL,
  owner TEXT NOT NULL,
  checksum TEXT,
  restore_due INTEGER,
  restore_expiry INTEGER,
  blob TEXT,
  upload INTEGER,
  headers TEXT,
  tags TEXT,
  acl TEXT,
  PRIMARY KEY (bucket, live, key, sequence)
) WITHOUT ROWID;
CREATE INDEX objects_null ON objects (bucket, key) WHERE live = 0 AND version = 'null';
CREATE INDEX objects_blob ON objects (blob) WHERE blob IS NOT NULL;
CREATE INDEX objects_restore ON objects (restore_due) WHERE restore_due IS NOT NULL;

-- Small bodies, apart from the objects so that these stay close together.
CREATE TABLE bodies (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
);

-- Multipart uploads in progress.
CREATE TABLE uploads (
  bucket TEXT NOT NULL,
  key TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  id TEXT NOT NULL,
  initiated_at INTEGER NOT NULL,
  owner TEXT NOT NULL,
  initiator TEXT NOT NULL,
  storage_class TEXT NOT NULL,
  checksum_algorithm TEXT,
  checksum_type TEXT,
  object_existed INTEGER NOT NULL,
  headers TEXT,
  tags TEXT,
  acl TEXT,
  PRIMARY KEY (bucket, key, sequence)
) WITHOUT ROWID;

-- The parts of an upload; they stay where they are when it is completed, and `start` then says
-- where each begins. Their bytes: in the file `blob`, or else in the row `body` of bodies.
CREATE TABLE parts (
  upload INTEGER NOT NULL,
  number INTEGER NOT NULL,
  size INTEGER NOT NULL,
  etag TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  checksum TEXT,
  blob TEXT,
  body INTEGER NOT NULL,
  start INTEGER,
  PRIMARY KEY (upload, number)
) WITHOUT ROWID;
CREATE INDEX parts_blob ON parts (blob) WHERE blob IS NOT NULL;
