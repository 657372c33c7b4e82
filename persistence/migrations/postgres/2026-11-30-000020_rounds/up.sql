-- What rounds of commendation are found and counted by; all the rest of a round is sealed in its file.
CREATE TABLE rounds (
    file_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES case_files (id),
    -- The region of the body that organises it.
    region_code TEXT COLLATE "C" NOT NULL,
    form TEXT COLLATE "C" NOT NULL,
    level TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    -- The year in which it was planned.
    year BIGINT NOT NULL,
    -- The year in which it went out; none before, and of one that was cancelled.
    called_in BIGINT,
    -- The ids of its titles, with a space between each two.
    titles TEXT COLLATE "C" NOT NULL
);

-- State awards of an organiser are counted.
CREATE INDEX rounds_of_organiser ON rounds (region_code, kind, level);
