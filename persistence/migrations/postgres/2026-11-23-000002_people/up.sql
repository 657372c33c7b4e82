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
CREATE INDEX people_by_region ON people (region_code, id);
-- The rare kinds, so that a list of one of them does not read the whole table for a page
CREATE INDEX people_merged ON people (id) WHERE status = 'merged';
CREATE INDEX people_historic ON people (id) WHERE file_origin = 'historic';
CREATE INDEX people_deceased ON people (id) WHERE life_status = 'deceased';
CREATE INDEX people_synthetic ON people (id) WHERE synthetic = TRUE;
CREATE INDEX people_by_citizen_number ON people (citizen_number_index) WHERE citizen_number_index IS NOT NULL;
CREATE UNIQUE INDEX people_one_file_per_region ON people (citizen_number_index, region_code)
    WHERE citizen_number_index IS NOT NULL AND status = 'active';

-- One row for each way a name is looked for: the name itself, pinyin, initials
CREATE TABLE person_search_keys (
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    search_key TEXT COLLATE "C" NOT NULL,
    region_code TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (person_id, search_key)
);
CREATE INDEX person_search_keys_by_key ON person_search_keys (search_key, person_id, region_code);
CREATE INDEX person_search_keys_by_region ON person_search_keys (region_code, search_key, person_id);

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
CREATE INDEX person_history_by_file ON person_history (written_in, id);

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
