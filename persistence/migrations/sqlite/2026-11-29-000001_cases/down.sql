ALTER TABLE filings DROP COLUMN recognition_id;
ALTER TABLE attachments DROP COLUMN procedure;

-- For a database that holds deeds only, and no enclosure of the kind 'document'.
ALTER TABLE filings RENAME COLUMN file_id TO deed_id;

DROP INDEX attachments_by_file;
ALTER TABLE attachments RENAME COLUMN file_id TO deed_id;
CREATE INDEX attachments_by_deed ON attachments (deed_id, id);

DROP INDEX documents_by_file;
ALTER TABLE documents RENAME COLUMN file_id TO deed_id;
CREATE INDEX documents_by_deed ON documents (deed_id, id);

CREATE TABLE deed_enclosures (
    id TEXT NOT NULL PRIMARY KEY,
    deed_id TEXT NOT NULL REFERENCES case_files (id),
    kind TEXT NOT NULL CHECK (kind IN ('evidence', 'objection')),
    sealed BLOB NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;
INSERT INTO deed_enclosures (id, deed_id, kind, sealed, recorded_at)
    SELECT id, file_id, kind, sealed, recorded_at FROM case_enclosures;
ALTER TABLE evidence_attachments RENAME TO evidence_attachments_before;
CREATE TABLE evidence_attachments (
    evidence_id TEXT NOT NULL REFERENCES deed_enclosures (id),
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    PRIMARY KEY (evidence_id, attachment_id)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence_attachments (evidence_id, attachment_id)
    SELECT evidence_id, attachment_id FROM evidence_attachments_before;
DROP TABLE evidence_attachments_before;
DROP TABLE case_enclosures;
CREATE INDEX deed_enclosures_by_deed ON deed_enclosures (deed_id, id);

DROP INDEX case_history_by_file;
ALTER TABLE case_history RENAME COLUMN case_id TO actor_id;
ALTER TABLE case_history RENAME COLUMN file_id TO deed_id;
ALTER TABLE case_history RENAME TO deed_history;
CREATE INDEX deed_history_by_deed ON deed_history (deed_id, id);

ALTER TABLE case_deadlines_missed RENAME COLUMN case_id TO actor_id;
ALTER TABLE case_deadlines_missed RENAME TO deed_deadlines_missed;

DROP INDEX case_tasks_of_region_by_procedure;
DROP INDEX case_tasks_by_procedure;
DROP INDEX case_tasks_of_region_by_statute;
DROP INDEX case_tasks_by_statute;
DROP INDEX case_tasks_by_officer;
DROP INDEX case_tasks_by_day;
DROP INDEX case_tasks_by_region;
ALTER TABLE case_tasks DROP COLUMN procedure;
ALTER TABLE case_tasks RENAME COLUMN file_id TO deed_id;
ALTER TABLE case_tasks RENAME COLUMN case_id TO actor_id;
ALTER TABLE case_tasks RENAME TO deed_tasks;
CREATE INDEX deed_tasks_by_region ON deed_tasks (region_code, due_on, actor_id, kind);
CREATE INDEX deed_tasks_by_day ON deed_tasks (due_on, actor_id, kind);
CREATE INDEX deed_tasks_by_officer ON deed_tasks (officer_id, due_on, actor_id, kind);
CREATE INDEX deed_tasks_by_statute ON deed_tasks (statutory, due_on, actor_id, kind);
CREATE INDEX deed_tasks_of_region_by_statute
    ON deed_tasks (region_code, statutory, due_on, actor_id, kind);

CREATE TABLE deed_states (
    region_code TEXT NOT NULL,
    state TEXT NOT NULL,
    deed_id TEXT NOT NULL REFERENCES case_files (id),
    PRIMARY KEY (region_code, state, deed_id)
) STRICT, WITHOUT ROWID;
INSERT INTO deed_states (region_code, state, deed_id)
    SELECT region_code, state, file_id FROM case_states;
DROP TABLE case_states;

CREATE TABLE deed_regions (
    region_code TEXT NOT NULL,
    deed_id TEXT NOT NULL REFERENCES case_files (id),
    PRIMARY KEY (region_code, deed_id)
) STRICT, WITHOUT ROWID;
INSERT INTO deed_regions (region_code, deed_id)
    SELECT region_code, file_id FROM case_regions;
DROP TABLE case_regions;
CREATE INDEX deed_regions_by_deed ON deed_regions (deed_id);

DROP INDEX cases_by_person;
ALTER TABLE cases DROP COLUMN facts;
ALTER TABLE cases DROP COLUMN procedure;
ALTER TABLE cases RENAME COLUMN file_id TO deed_id;
ALTER TABLE cases RENAME TO deed_actors;
CREATE INDEX deed_actors_by_person ON deed_actors (person_id);

DROP INDEX case_files_by_procedure;
ALTER TABLE case_files DROP COLUMN procedure;
ALTER TABLE case_files RENAME TO deeds;
