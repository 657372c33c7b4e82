-- Which person of which published deed has a file already, so that an import can be repeated
CREATE TABLE imported_people (
    -- SHA-256 of source, key of the deed, and name
    import_key BLOB NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id)
) STRICT, WITHOUT ROWID;
