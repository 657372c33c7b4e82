-- Which studio has a name: one at a time. The name is a keyed hash, since it is that of a person.
CREATE TABLE studio_names (
    name_index BYTEA NOT NULL PRIMARY KEY,
    file_id TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES case_files (id)
);

-- The clues that came from studios: who works in one steps back from the deed that its clue becomes.
CREATE TABLE studio_clues (
    clue_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    file_id TEXT COLLATE "C" NOT NULL REFERENCES case_files (id)
);
