-- Who else may use a version of a layer: its resource policy, JSON text, and the revision of that.
ALTER TABLE layer_versions ADD COLUMN policy TEXT;
ALTER TABLE layer_versions ADD COLUMN policy_revision TEXT;
