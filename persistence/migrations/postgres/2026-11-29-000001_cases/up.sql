-- The cases of every procedure stand in one set of tables, under the name of their procedure. What was
-- there before is of deeds.

-- What the cases of one file share
ALTER TABLE deeds RENAME TO case_files;
ALTER TABLE case_files RENAME CONSTRAINT deeds_pkey TO case_files_pkey;
ALTER TABLE case_files RENAME CONSTRAINT deeds_version_check TO case_files_version_check;
ALTER TABLE case_files ADD COLUMN procedure TEXT COLLATE "C" NOT NULL DEFAULT 'deed';
ALTER TABLE case_files ALTER COLUMN procedure DROP DEFAULT;
CREATE INDEX case_files_by_procedure ON case_files (procedure, id);

ALTER TABLE deed_actors RENAME TO cases;
ALTER TABLE cases RENAME COLUMN deed_id TO file_id;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_pkey TO cases_pkey;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_deed_id_fkey TO cases_file_id_fkey;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_person_id_fkey TO cases_person_id_fkey;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_decision_id_fkey TO cases_decision_id_fkey;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_number_check TO cases_number_check;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_version_check TO cases_version_check;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_deed_id_number_key TO cases_file_id_number_key;
ALTER TABLE cases RENAME CONSTRAINT deed_actors_deed_id_person_id_key TO cases_file_id_person_id_key;
ALTER TABLE cases ADD COLUMN procedure TEXT COLLATE "C" NOT NULL DEFAULT 'deed';
ALTER TABLE cases ALTER COLUMN procedure DROP DEFAULT;
-- Sealed: what is known of the case, the input of the rules. NULL in rows from before, whose facts
-- stand in the receipt
ALTER TABLE cases ADD COLUMN facts BYTEA;
ALTER INDEX deed_actors_by_person RENAME TO cases_by_person;

-- Who sees a file: every region whose body holds, held first or is to receive one of its cases
ALTER TABLE deed_regions RENAME TO case_regions;
ALTER TABLE case_regions RENAME COLUMN deed_id TO file_id;
ALTER TABLE case_regions RENAME CONSTRAINT deed_regions_deed_id_fkey TO case_regions_file_id_fkey;
ALTER TABLE case_regions ADD COLUMN procedure TEXT COLLATE "C" NOT NULL DEFAULT 'deed';
ALTER TABLE case_regions ALTER COLUMN procedure DROP DEFAULT;
ALTER TABLE case_regions DROP CONSTRAINT deed_regions_pkey;
ALTER TABLE case_regions ADD CONSTRAINT case_regions_pkey PRIMARY KEY (procedure, region_code, file_id);
DROP INDEX deed_regions_by_deed;
CREATE INDEX case_regions_by_file ON case_regions (file_id, region_code);

-- How far the cases of a file have come, for each region that sees it and once for the whole city
-- (''), so that the list of files in one state walks an index however few there are
ALTER TABLE deed_states RENAME TO case_states;
ALTER TABLE case_states RENAME COLUMN deed_id TO file_id;
ALTER TABLE case_states RENAME CONSTRAINT deed_states_deed_id_fkey TO case_states_file_id_fkey;
ALTER TABLE case_states ADD COLUMN procedure TEXT COLLATE "C" NOT NULL DEFAULT 'deed';
ALTER TABLE case_states ALTER COLUMN procedure DROP DEFAULT;
ALTER TABLE case_states DROP CONSTRAINT deed_states_pkey;
ALTER TABLE case_states
    ADD CONSTRAINT case_states_pkey PRIMARY KEY (procedure, region_code, state, file_id);

-- What is due of bodies: the worklist
ALTER TABLE deed_tasks RENAME TO case_tasks;
ALTER TABLE case_tasks RENAME COLUMN actor_id TO case_id;
ALTER TABLE case_tasks RENAME COLUMN deed_id TO file_id;
ALTER TABLE case_tasks RENAME CONSTRAINT deed_tasks_pkey TO case_tasks_pkey;
ALTER TABLE case_tasks RENAME CONSTRAINT deed_tasks_actor_id_fkey TO case_tasks_case_id_fkey;
ALTER TABLE case_tasks RENAME CONSTRAINT deed_tasks_deed_id_fkey TO case_tasks_file_id_fkey;
ALTER TABLE case_tasks ADD COLUMN procedure TEXT COLLATE "C" NOT NULL DEFAULT 'deed';
ALTER TABLE case_tasks ALTER COLUMN procedure DROP DEFAULT;
ALTER TABLE case_tasks ALTER COLUMN statutory DROP DEFAULT;
ALTER INDEX deed_tasks_by_region RENAME TO case_tasks_by_region;
ALTER INDEX deed_tasks_by_day RENAME TO case_tasks_by_day;
ALTER INDEX deed_tasks_by_officer RENAME TO case_tasks_by_officer;
ALTER INDEX deed_tasks_by_statute RENAME TO case_tasks_by_statute;
ALTER INDEX deed_tasks_of_region_by_statute RENAME TO case_tasks_of_region_by_statute;
CREATE INDEX case_tasks_by_procedure ON case_tasks (procedure, due_on, case_id, kind);
CREATE INDEX case_tasks_of_region_by_procedure
    ON case_tasks (procedure, region_code, due_on, case_id, kind);

ALTER TABLE deed_deadlines_missed RENAME TO case_deadlines_missed;
ALTER TABLE case_deadlines_missed RENAME COLUMN actor_id TO case_id;
ALTER TABLE case_deadlines_missed
    RENAME CONSTRAINT deed_deadlines_missed_pkey TO case_deadlines_missed_pkey;
ALTER TABLE case_deadlines_missed
    RENAME CONSTRAINT deed_deadlines_missed_actor_id_fkey TO case_deadlines_missed_case_id_fkey;

ALTER TABLE deed_history RENAME TO case_history;
ALTER TABLE case_history RENAME COLUMN deed_id TO file_id;
ALTER TABLE case_history RENAME COLUMN actor_id TO case_id;
ALTER TABLE case_history RENAME CONSTRAINT deed_history_pkey TO case_history_pkey;
ALTER TABLE case_history RENAME CONSTRAINT deed_history_deed_id_fkey TO case_history_file_id_fkey;
ALTER TABLE case_history RENAME CONSTRAINT deed_history_actor_id_fkey TO case_history_case_id_fkey;
ALTER INDEX deed_history_by_deed RENAME TO case_history_by_file;

-- What was handed in with a step and is looked at by people only: evidence, objections, documents
ALTER TABLE deed_enclosures RENAME TO case_enclosures;
ALTER TABLE case_enclosures RENAME COLUMN deed_id TO file_id;
ALTER TABLE case_enclosures RENAME CONSTRAINT deed_enclosures_pkey TO case_enclosures_pkey;
ALTER TABLE case_enclosures
    RENAME CONSTRAINT deed_enclosures_deed_id_fkey TO case_enclosures_file_id_fkey;
ALTER TABLE case_enclosures DROP CONSTRAINT deed_enclosures_kind_check;
ALTER TABLE case_enclosures ADD CONSTRAINT case_enclosures_kind_check
    CHECK (kind IN ('evidence', 'objection', 'document'));
ALTER INDEX deed_enclosures_by_deed RENAME TO case_enclosures_by_file;

-- What belongs to a file of any procedure
ALTER TABLE documents RENAME COLUMN deed_id TO file_id;
ALTER TABLE documents RENAME CONSTRAINT documents_deed_id_fkey TO documents_file_id_fkey;
ALTER INDEX documents_by_deed RENAME TO documents_by_file;

ALTER TABLE attachments RENAME COLUMN deed_id TO file_id;
ALTER TABLE attachments RENAME CONSTRAINT attachments_deed_id_fkey TO attachments_file_id_fkey;
ALTER INDEX attachments_by_deed RENAME TO attachments_by_file;

ALTER TABLE filings RENAME COLUMN deed_id TO file_id;
ALTER TABLE filings RENAME CONSTRAINT filings_deed_id_fkey TO filings_file_id_fkey;

-- A file of bytes says of which procedure its case file is; before, all were of deeds
ALTER TABLE attachments ADD COLUMN procedure TEXT NOT NULL DEFAULT 'deed';
ALTER TABLE attachments ALTER COLUMN procedure DROP DEFAULT;

-- What comes in from the public may become a recognition, which then is its file
ALTER TABLE filings ADD COLUMN recognition_id TEXT;
