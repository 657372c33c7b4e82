-- A case may be about nobody: a body carries out something of its own, such as a round of commendation.
ALTER TABLE cases ALTER COLUMN person_id DROP NOT NULL;

-- The commendations that entered a round, whatever became of them there.
CREATE TABLE round_entries (
    round_id TEXT COLLATE "C" NOT NULL REFERENCES case_files (id),
    commendation_id TEXT COLLATE "C" NOT NULL REFERENCES case_files (id),
    PRIMARY KEY (round_id, commendation_id)
);
