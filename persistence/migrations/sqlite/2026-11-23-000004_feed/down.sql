DROP TABLE audit_checkpoints;
DROP TABLE audit_links;
ALTER TABLE audit_entries DROP COLUMN position;
ALTER TABLE events DROP COLUMN position;
