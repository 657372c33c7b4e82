DROP TABLE round_entries;
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
    SET sql = replace(sql, 'person_id TEXT REFERENCES', 'person_id TEXT NOT NULL REFERENCES')
    WHERE type = 'table' AND name = 'cases';
PRAGMA writable_schema = RESET;
