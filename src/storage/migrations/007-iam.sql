-- Users and roles by their unique ids (AIDA..., AROA...). Within an account a name is taken in every spelling of its case.
-- tags: JSON list of {Key, Value}.
CREATE TABLE users (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  tags TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX users_name ON users (account, lower(name));

CREATE TABLE roles (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  description TEXT,
  trust_policy TEXT NOT NULL,
  max_session_seconds INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  tags TEXT NOT NULL,
  used_at INTEGER,
  used_region TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX roles_name ON roles (account, lower(name));

-- Keys of users. secret is kept as it is: a signature cannot be verified without it. status: 'Active' or 'Inactive'.
CREATE TABLE access_keys (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  secret TEXT NOT NULL,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER,
  used_service TEXT,
  used_region TEXT
) WITHOUT ROWID;
CREATE INDEX access_keys_user ON access_keys (user_id, id);

-- Customer managed policies; those of AWS are no rows. last_version: numbers are not used again.
CREATE TABLE managed_policies (
  arn TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  description TEXT,
  default_version INTEGER NOT NULL,
  last_version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  tags TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX managed_policies_name ON managed_policies (account, lower(name));

CREATE TABLE policy_versions (
  arn TEXT NOT NULL,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (arn, version)
) WITHOUT ROWID;

-- identity_id: of a user or a role.
CREATE TABLE inline_policies (
  identity_id TEXT NOT NULL,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (identity_id, name)
) WITHOUT ROWID;

CREATE TABLE attached_policies (
  identity_id TEXT NOT NULL,
  policy_arn TEXT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (identity_id, policy_arn)
) WITHOUT ROWID;
CREATE INDEX attached_policies_policy ON attached_policies (policy_arn, account);

-- Temporary credentials. identity_id: the user or role, or the account of a root user. Roles only: role_arn, session_name.
-- policies, tags, transitive_tag_keys: JSON. full_access: 1 for a function whose role was never created.
-- issued_at and expires_at are on the wall clock.
CREATE TABLE sessions (
  access_key_id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  identity_id TEXT NOT NULL,
  secret TEXT NOT NULL,
  token TEXT NOT NULL,
  role_arn TEXT,
  session_name TEXT,
  source_identity TEXT,
  policies TEXT NOT NULL,
  tags TEXT NOT NULL,
  transitive_tag_keys TEXT NOT NULL,
  full_access INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_identity ON sessions (identity_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);
