CREATE TABLE people (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    region_code TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('active', 'merged')),
    merged_into TEXT COLLATE "C" REFERENCES people (id),
    file_origin TEXT COLLATE "C" NOT NULL CHECK (file_origin IN ('registered', 'historic')),
    source TEXT COLLATE "C",
    synthetic BOOLEAN NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    sex TEXT COLLATE "C" NOT NULL,
    life_status TEXT COLLATE "C" NOT NULL,
    native_place TEXT COLLATE "C",
    household_region TEXT COLLATE "C",
    origin_basis TEXT COLLATE "C",
    origin_region TEXT COLLATE "C",
    -- Sealed: citizen number, birth date, phone, address (see the list of sealed fields)
    sealed BYTEA NOT NULL,
    citizen_number_index BYTEA,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL
);
-- With the status, so that counting the active files reads no file
CREATE INDEX people_by_region ON people (region_code, id, status);
-- The rare kinds, so that a list of one of them does not read the whole table for a page
CREATE INDEX people_merged ON people (id) WHERE status = 'merged';
CREATE INDEX people_historic ON people (id) WHERE file_origin = 'historic';
CREATE INDEX people_deceased ON people (id) WHERE life_status = 'deceased';
CREATE INDEX people_synthetic ON people (id) WHERE synthetic = TRUE;
-- Finds the files of a number. An active one is alone in its region; merged ones tell apart by id.
CREATE UNIQUE INDEX people_by_citizen_number
    ON people (citizen_number_index, region_code, (CASE status WHEN 'active' THEN '' ELSE id END))
    WHERE citizen_number_index IS NOT NULL;

-- One row for each way a name is looked for: the name itself, pinyin, initials
CREATE TABLE person_search_keys (
    search_key TEXT COLLATE "C" NOT NULL,
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    region_code TEXT COLLATE "C" NOT NULL,
    -- Bytes that the key shares with the key before it of the same person: whoever looks for a
    -- beginning no longer than that has found the person by that one already
    shared SMALLINT NOT NULL CHECK (shared >= 0),
    PRIMARY KEY (search_key, person_id)
);

CREATE TABLE person_history (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    -- The file in which the entry was written, which differs after a merge
    written_in TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    kind TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    recorded_at TIMESTAMP(3) NOT NULL,
    client_id TEXT COLLATE "C",
    officer_id TEXT COLLATE "C",
    sealed BYTEA NOT NULL
);
CREATE INDEX person_history_by_person ON person_history (person_id, id);
-- Only what was taken over by another file
CREATE INDEX person_history_by_file ON person_history (written_in, id) WHERE written_in <> person_id;

CREATE TABLE match_tasks (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    -- The younger file and the older one, so that a pair has one row
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    other_person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    reason TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('open', 'merged', 'dismissed')),
    -- Sealed: why the city dismissed it
    note BYTEA,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL,
    UNIQUE (person_id, other_person_id),
    CHECK (person_id > other_person_id)
);
CREATE INDEX match_tasks_by_status ON match_tasks (status, id);
CREATE INDEX match_tasks_by_other_person ON match_tasks (other_person_id);
