-- The cases of every procedure stand in one set of tables, under the name of their procedure. What was
-- there before is of deeds, which is what the defaults say; whoever writes names the procedure.

-- What the cases of one file share
ALTER TABLE deeds RENAME TO case_files;
ALTER TABLE case_files ADD COLUMN procedure TEXT NOT NULL DEFAULT 'deed';
CREATE INDEX case_files_by_procedure ON case_files (procedure, id);

ALTER TABLE deed_actors RENAME TO cases;
ALTER TABLE cases RENAME COLUMN deed_id TO file_id;
ALTER TABLE cases ADD COLUMN procedure TEXT NOT NULL DEFAULT 'deed';
-- Sealed: what is known of the case, the input of the rules. NULL in rows from before, whose facts
-- stand in the receipt
ALTER TABLE cases ADD COLUMN facts BLOB;
DROP INDEX deed_actors_by_person;
CREATE INDEX cases_by_person ON cases (person_id);

-- Who sees a file: every region whose body holds, held first or is to receive one of its cases
CREATE TABLE case_regions (
    procedure TEXT NOT NULL,
    region_code TEXT NOT NULL,
    file_id TEXT NOT NULL REFERENCES case_files (id),
    PRIMARY KEY (procedure, region_code, file_id)
) STRICT, WITHOUT ROWID;
INSERT INTO case_regions (procedure, region_code, file_id)
    SELECT 'deed', region_code, deed_id FROM deed_regions;
DROP TABLE deed_regions;
CREATE INDEX case_regions_by_file ON case_regions (file_id, region_code);

-- How far the cases of a file have come, for each region that sees it and once for the whole city
-- (''), so that the list of files in one state walks an index however few there are
CREATE TABLE case_states (
    procedure TEXT NOT NULL,
    region_code TEXT NOT NULL,
    state TEXT NOT NULL,
    file_id TEXT NOT NULL REFERENCES case_files (id),
    PRIMARY KEY (procedure, region_code, state, file_id)
) STRICT, WITHOUT ROWID;
INSERT INTO case_states (procedure, region_code, state, file_id)
    SELECT 'deed', region_code, state, deed_id FROM deed_states;
DROP TABLE deed_states;

-- What is due of bodies: the worklist
ALTER TABLE deed_tasks RENAME TO case_tasks;
ALTER TABLE case_tasks RENAME COLUMN actor_id TO case_id;
ALTER TABLE case_tasks RENAME COLUMN deed_id TO file_id;
ALTER TABLE case_tasks ADD COLUMN procedure TEXT NOT NULL DEFAULT 'deed';
DROP INDEX deed_tasks_by_region;
DROP INDEX deed_tasks_by_day;
DROP INDEX deed_tasks_by_officer;
DROP INDEX deed_tasks_by_statute;
DROP INDEX deed_tasks_of_region_by_statute;
CREATE INDEX case_tasks_by_region ON case_tasks (region_code, due_on, case_id, kind);
CREATE INDEX case_tasks_by_day ON case_tasks (due_on, case_id, kind);
CREATE INDEX case_tasks_by_officer ON case_tasks (officer_id, due_on, case_id, kind);
CREATE INDEX case_tasks_by_statute ON case_tasks (statutory, due_on, case_id, kind);
CREATE INDEX case_tasks_of_region_by_statute
    ON case_tasks (region_code, statutory, due_on, case_id, kind);
CREATE INDEX case_tasks_by_procedure ON case_tasks (procedure, due_on, case_id, kind);
CREATE INDEX case_tasks_of_region_by_procedure
    ON case_tasks (procedure, region_code, due_on, case_id, kind);

ALTER TABLE deed_deadlines_missed RENAME TO case_deadlines_missed;
ALTER TABLE case_deadlines_missed RENAME COLUMN actor_id TO case_id;

ALTER TABLE deed_history RENAME TO case_history;
ALTER TABLE case_history RENAME COLUMN deed_id TO file_id;
ALTER TABLE case_history RENAME COLUMN actor_id TO case_id;
DROP INDEX deed_history_by_deed;
CREATE INDEX case_history_by_file ON case_history (file_id, id);

-- What was handed in with a step and is looked at by people only: evidence, objections, documents.
-- A CHECK is changed by making the table anew, and so is the table that names it.
CREATE TABLE case_enclosures (
    id TEXT NOT NULL PRIMARY KEY,
    file_id TEXT NOT NULL REFERENCES case_files (id),
    kind TEXT NOT NULL CHECK (kind IN ('evidence', 'objection', 'document')),
    -- Sealed: the text
    sealed BLOB NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;
INSERT INTO case_enclosures (id, file_id, kind, sealed, recorded_at)
    SELECT id, deed_id, kind, sealed, recorded_at FROM deed_enclosures;
ALTER TABLE evidence_attachments RENAME TO evidence_attachments_before;
CREATE TABLE evidence_attachments (
    evidence_id TEXT NOT NULL REFERENCES case_enclosures (id),
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    PRIMARY KEY (evidence_id, attachment_id)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence_attachments (evidence_id, attachment_id)
    SELECT evidence_id, attachment_id FROM evidence_attachments_before;
DROP TABLE evidence_attachments_before;
DROP TABLE deed_enclosures;
CREATE INDEX case_enclosures_by_file ON case_enclosures (file_id, id);

-- What belongs to a file of any procedure
ALTER TABLE documents RENAME COLUMN deed_id TO file_id;
DROP INDEX documents_by_deed;
CREATE INDEX documents_by_file ON documents (file_id, id);

ALTER TABLE attachments RENAME COLUMN deed_id TO file_id;
DROP INDEX attachments_by_deed;
CREATE INDEX attachments_by_file ON attachments (file_id, id);

ALTER TABLE filings RENAME COLUMN deed_id TO file_id;

-- A file of bytes says of which procedure its case file is; before, all were of deeds
ALTER TABLE attachments ADD COLUMN procedure TEXT NOT NULL DEFAULT 'deed';

-- What comes in from the public may become a recognition, which then is its file
ALTER TABLE filings ADD COLUMN recognition_id TEXT;
