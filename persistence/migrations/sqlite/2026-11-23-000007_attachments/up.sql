CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
    state TEXT NOT NULL CHECK (state IN ('uploading', 'complete')),
    -- What the content was recognised as, once it is complete
    media_type TEXT,
    -- Sealed: the file name and the SHA-256 (see the list of sealed fields)
    sealed BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((state = 'complete') = (media_type IS NOT NULL))
) STRICT;
CREATE INDEX attachments_by_deed ON attachments (deed_id, id);
CREATE INDEX attachments_uploading ON attachments (updated_at) WHERE state = 'uploading';

CREATE TABLE attachment_parts (
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    -- From 1
    number INTEGER NOT NULL CHECK (number > 0),
    -- Sealed: the SHA-256 of the bytes, which tells whether the same came again
    digest BLOB NOT NULL,
    -- Sealed: the bytes
    sealed BLOB NOT NULL,
    PRIMARY KEY (attachment_id, number)
) STRICT;

-- Which files are part of a piece of evidence
CREATE TABLE evidence_attachments (
    evidence_id TEXT NOT NULL REFERENCES deed_enclosures (id),
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    PRIMARY KEY (evidence_id, attachment_id)
) STRICT, WITHOUT ROWID;
