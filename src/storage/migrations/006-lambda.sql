-- Functions: what is called $LATEST, and what all versions share. configuration: JSON of what was set, as AWS spells it, layers apart.
-- package: the code, a row of packages. revision changes with code and configuration, revision_id also with the policy.
CREATE TABLE functions (
  arn TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  configuration TEXT NOT NULL,
  package TEXT NOT NULL,
  revision INTEGER NOT NULL,
  revision_id TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  policy TEXT,
  last_version INTEGER NOT NULL,
  reserved_concurrency INTEGER,
  recursive_loop TEXT NOT NULL,
  tags TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX functions_package ON functions (package);

-- Published versions, numbered from 1.
CREATE TABLE function_versions (
  function_arn TEXT NOT NULL,
  version INTEGER NOT NULL,
  configuration TEXT NOT NULL,
  package TEXT NOT NULL,
  revision INTEGER NOT NULL,
  revision_id TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  policy TEXT,
  PRIMARY KEY (function_arn, version)
) WITHOUT ROWID;
CREATE INDEX function_versions_package ON function_versions (package);

-- The layers of a version, version 0 being $LATEST. A layer that was deleted since is still used.
CREATE TABLE function_layers (
  function_arn TEXT NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  arn TEXT NOT NULL,
  package TEXT NOT NULL,
  PRIMARY KEY (function_arn, version, position)
) WITHOUT ROWID;
CREATE INDEX function_layers_package ON function_layers (package);

-- Aliases. version: '$LATEST' or a number. routing: JSON, a second version and its share of the invocations.
CREATE TABLE function_aliases (
  function_arn TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  description TEXT NOT NULL,
  routing TEXT,
  revision_id TEXT NOT NULL,
  policy TEXT,
  PRIMARY KEY (function_arn, name)
) WITHOUT ROWID;

-- What becomes of asynchronous invocations, for each qualifier. NULL: the default.
CREATE TABLE event_invoke_configs (
  function_arn TEXT NOT NULL,
  qualifier TEXT NOT NULL,
  maximum_retry_attempts INTEGER,
  maximum_event_age_seconds INTEGER,
  on_success TEXT,
  on_failure TEXT,
  modified_at INTEGER NOT NULL,
  PRIMARY KEY (function_arn, qualifier)
) WITHOUT ROWID;

-- Deployment packages (zip files) by the SHA-256 of their bytes, in hex; the bytes are in the file `blob`.
CREATE TABLE packages (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  unzipped_size INTEGER NOT NULL,
  blob TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX packages_blob ON packages (blob);

-- Layers and their versions. Numbers of deleted versions are not given out again.
CREATE TABLE layers (
  arn TEXT PRIMARY KEY,
  last_version INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE layer_versions (
  layer_arn TEXT NOT NULL,
  version INTEGER NOT NULL,
  package TEXT NOT NULL,
  description TEXT NOT NULL,
  license_info TEXT,
  compatible_runtimes TEXT,
  compatible_architectures TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (layer_arn, version)
) WITHOUT ROWID;
CREATE INDEX layer_versions_package ON layer_versions (package);

-- Queues that functions are fed from. function_arn: with the qualifier, when there is one. filters: JSON list of patterns.
-- last_result: what came of the last batch.
CREATE TABLE event_source_mappings (
  uuid TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  function_arn TEXT NOT NULL,
  event_source_arn TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  batch_size INTEGER NOT NULL,
  batching_window_seconds INTEGER NOT NULL,
  maximum_concurrency INTEGER,
  report_item_failures INTEGER NOT NULL,
  filters TEXT,
  tags TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  last_result TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX event_source_mappings_pair ON event_source_mappings (event_source_arn, function_arn);

-- Asynchronous invocations that failed and will be tried again: how often the function ran, and its last answer.
CREATE TABLE invocation_retries (
  delivery_id INTEGER PRIMARY KEY,
  invoke_count INTEGER NOT NULL,
  executed_version TEXT NOT NULL,
  response TEXT NOT NULL
);

-- The logs of the latest invocations of each function.
CREATE TABLE function_logs (
  id INTEGER PRIMARY KEY,
  function_arn TEXT NOT NULL,
  version TEXT NOT NULL,
  request_id TEXT NOT NULL,
  log_stream TEXT NOT NULL,
  at INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX function_logs_function ON function_logs (function_arn, id);
