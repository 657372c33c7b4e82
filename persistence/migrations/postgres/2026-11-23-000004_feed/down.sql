DROP TABLE audit_checkpoints;
DROP TABLE audit_links;
ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_pkey, DROP COLUMN position, ADD PRIMARY KEY (sequence);
ALTER TABLE events DROP CONSTRAINT events_pkey, DROP COLUMN position, ADD PRIMARY KEY (sequence);
DROP FUNCTION commit_position;
