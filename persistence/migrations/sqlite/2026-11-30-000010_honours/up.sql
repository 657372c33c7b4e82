-- A case may be about nobody: a body carries out something of its own, such as a round of commendation.
-- SQLite drops NOT NULL by a change of the schema's text, which leaves the rows as they are
-- (https://www.sqlite.org/lang_altertable.html, section 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
    SET sql = replace(sql, 'person_id TEXT NOT NULL REFERENCES', 'person_id TEXT REFERENCES')
    WHERE type = 'table' AND name = 'cases';
PRAGMA writable_schema = RESET;

-- The commendations that entered a round, whatever became of them there.
CREATE TABLE round_entries (
    round_id TEXT NOT NULL REFERENCES case_files (id),
    commendation_id TEXT NOT NULL REFERENCES case_files (id),
    PRIMARY KEY (round_id, commendation_id)
) STRICT, WITHOUT ROWID;
