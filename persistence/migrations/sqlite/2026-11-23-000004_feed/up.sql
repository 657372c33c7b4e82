-- The place in the order of the feed: with one writer the sequence is the order of commits.
ALTER TABLE events ADD COLUMN position INTEGER NOT NULL GENERATED ALWAYS AS (sequence) VIRTUAL;
ALTER TABLE audit_entries ADD COLUMN position INTEGER NOT NULL GENERATED ALWAYS AS (sequence) VIRTUAL;

-- The audit chain: one link for each entry, made after the entry became final
CREATE TABLE audit_links (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    entry_position INTEGER NOT NULL,
    entry_sequence INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE audit_checkpoints (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    made_at TEXT NOT NULL,
    token TEXT NOT NULL
) STRICT;
