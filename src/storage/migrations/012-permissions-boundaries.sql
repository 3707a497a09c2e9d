-- The managed policy that limits what a user or role may be allowed.
CREATE TABLE permissions_boundaries (
  identity_id TEXT PRIMARY KEY,
  policy_arn TEXT NOT NULL,
  account TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX permissions_boundaries_policy ON permissions_boundaries (account, policy_arn);
