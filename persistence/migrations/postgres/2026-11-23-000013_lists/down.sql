DROP INDEX audit_entries_by_region;
DROP TABLE deed_states;
