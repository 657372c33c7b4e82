ALTER TABLE filings DROP COLUMN recognition_id;
ALTER TABLE attachments DROP COLUMN procedure;

-- For a database that holds deeds only, and no enclosure of the kind 'document'.
ALTER TABLE filings RENAME CONSTRAINT filings_file_id_fkey TO filings_deed_id_fkey;
ALTER TABLE filings RENAME COLUMN file_id TO deed_id;

ALTER INDEX attachments_by_file RENAME TO attachments_by_deed;
ALTER TABLE attachments RENAME CONSTRAINT attachments_file_id_fkey TO attachments_deed_id_fkey;
ALTER TABLE attachments RENAME COLUMN file_id TO deed_id;

ALTER INDEX documents_by_file RENAME TO documents_by_deed;
ALTER TABLE documents RENAME CONSTRAINT documents_file_id_fkey TO documents_deed_id_fkey;
ALTER TABLE documents RENAME COLUMN file_id TO deed_id;

ALTER INDEX case_enclosures_by_file RENAME TO deed_enclosures_by_deed;
ALTER TABLE case_enclosures DROP CONSTRAINT case_enclosures_kind_check;
ALTER TABLE case_enclosures ADD CONSTRAINT deed_enclosures_kind_check
    CHECK (kind IN ('evidence', 'objection'));
ALTER TABLE case_enclosures
    RENAME CONSTRAINT case_enclosures_file_id_fkey TO deed_enclosures_deed_id_fkey;
ALTER TABLE case_enclosures RENAME CONSTRAINT case_enclosures_pkey TO deed_enclosures_pkey;
ALTER TABLE case_enclosures RENAME COLUMN file_id TO deed_id;
ALTER TABLE case_enclosures RENAME TO deed_enclosures;

ALTER INDEX case_history_by_file RENAME TO deed_history_by_deed;
ALTER TABLE case_history RENAME CONSTRAINT case_history_case_id_fkey TO deed_history_actor_id_fkey;
ALTER TABLE case_history RENAME CONSTRAINT case_history_file_id_fkey TO deed_history_deed_id_fkey;
ALTER TABLE case_history RENAME CONSTRAINT case_history_pkey TO deed_history_pkey;
ALTER TABLE case_history RENAME COLUMN case_id TO actor_id;
ALTER TABLE case_history RENAME COLUMN file_id TO deed_id;
ALTER TABLE case_history RENAME TO deed_history;

ALTER TABLE case_deadlines_missed
    RENAME CONSTRAINT case_deadlines_missed_case_id_fkey TO deed_deadlines_missed_actor_id_fkey;
ALTER TABLE case_deadlines_missed
    RENAME CONSTRAINT case_deadlines_missed_pkey TO deed_deadlines_missed_pkey;
ALTER TABLE case_deadlines_missed RENAME COLUMN case_id TO actor_id;
ALTER TABLE case_deadlines_missed RENAME TO deed_deadlines_missed;

DROP INDEX case_tasks_of_region_by_procedure;
DROP INDEX case_tasks_by_procedure;
ALTER INDEX case_tasks_of_region_by_statute RENAME TO deed_tasks_of_region_by_statute;
ALTER INDEX case_tasks_by_statute RENAME TO deed_tasks_by_statute;
ALTER INDEX case_tasks_by_officer RENAME TO deed_tasks_by_officer;
ALTER INDEX case_tasks_by_day RENAME TO deed_tasks_by_day;
ALTER INDEX case_tasks_by_region RENAME TO deed_tasks_by_region;
ALTER TABLE case_tasks ALTER COLUMN statutory SET DEFAULT FALSE;
ALTER TABLE case_tasks DROP COLUMN procedure;
ALTER TABLE case_tasks RENAME CONSTRAINT case_tasks_file_id_fkey TO deed_tasks_deed_id_fkey;
ALTER TABLE case_tasks RENAME CONSTRAINT case_tasks_case_id_fkey TO deed_tasks_actor_id_fkey;
ALTER TABLE case_tasks RENAME CONSTRAINT case_tasks_pkey TO deed_tasks_pkey;
ALTER TABLE case_tasks RENAME COLUMN file_id TO deed_id;
ALTER TABLE case_tasks RENAME COLUMN case_id TO actor_id;
ALTER TABLE case_tasks RENAME TO deed_tasks;

ALTER TABLE case_states DROP CONSTRAINT case_states_pkey;
ALTER TABLE case_states DROP COLUMN procedure;
ALTER TABLE case_states RENAME CONSTRAINT case_states_file_id_fkey TO deed_states_deed_id_fkey;
ALTER TABLE case_states RENAME COLUMN file_id TO deed_id;
ALTER TABLE case_states ADD CONSTRAINT deed_states_pkey PRIMARY KEY (region_code, state, deed_id);
ALTER TABLE case_states RENAME TO deed_states;

DROP INDEX case_regions_by_file;
ALTER TABLE case_regions DROP CONSTRAINT case_regions_pkey;
ALTER TABLE case_regions DROP COLUMN procedure;
ALTER TABLE case_regions RENAME CONSTRAINT case_regions_file_id_fkey TO deed_regions_deed_id_fkey;
ALTER TABLE case_regions RENAME COLUMN file_id TO deed_id;
ALTER TABLE case_regions ADD CONSTRAINT deed_regions_pkey PRIMARY KEY (region_code, deed_id);
ALTER TABLE case_regions RENAME TO deed_regions;
CREATE INDEX deed_regions_by_deed ON deed_regions (deed_id);

ALTER INDEX cases_by_person RENAME TO deed_actors_by_person;
ALTER TABLE cases DROP COLUMN facts;
ALTER TABLE cases DROP COLUMN procedure;
ALTER TABLE cases RENAME CONSTRAINT cases_file_id_person_id_key TO deed_actors_deed_id_person_id_key;
ALTER TABLE cases RENAME CONSTRAINT cases_file_id_number_key TO deed_actors_deed_id_number_key;
ALTER TABLE cases RENAME CONSTRAINT cases_version_check TO deed_actors_version_check;
ALTER TABLE cases RENAME CONSTRAINT cases_number_check TO deed_actors_number_check;
ALTER TABLE cases RENAME CONSTRAINT cases_decision_id_fkey TO deed_actors_decision_id_fkey;
ALTER TABLE cases RENAME CONSTRAINT cases_person_id_fkey TO deed_actors_person_id_fkey;
ALTER TABLE cases RENAME CONSTRAINT cases_file_id_fkey TO deed_actors_deed_id_fkey;
ALTER TABLE cases RENAME CONSTRAINT cases_pkey TO deed_actors_pkey;
ALTER TABLE cases RENAME COLUMN file_id TO deed_id;
ALTER TABLE cases RENAME TO deed_actors;

DROP INDEX case_files_by_procedure;
ALTER TABLE case_files DROP COLUMN procedure;
ALTER TABLE case_files RENAME CONSTRAINT case_files_version_check TO deeds_version_check;
ALTER TABLE case_files RENAME CONSTRAINT case_files_pkey TO deeds_pkey;
ALTER TABLE case_files RENAME TO deeds;
