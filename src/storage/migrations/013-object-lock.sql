-- breaking
-- JSON of Object Lock: a bucket's configuration; what keeps a version from being deleted, and what
-- an upload asks for the version that it will be. An older Spillway would delete what is locked.
ALTER TABLE buckets ADD COLUMN object_lock TEXT;
ALTER TABLE objects ADD COLUMN object_lock TEXT;
ALTER TABLE uploads ADD COLUMN object_lock TEXT;
