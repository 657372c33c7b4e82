CREATE TABLE attachments (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    size_bytes BIGINT NOT NULL CHECK (size_bytes > 0),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('uploading', 'complete')),
    -- What the content was recognised as, once it is complete
    media_type TEXT COLLATE "C",
    -- Sealed: the file name and the SHA-256 (see the list of sealed fields)
    sealed BYTEA NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL,
    CHECK ((state = 'complete') = (media_type IS NOT NULL))
);
CREATE INDEX attachments_by_deed ON attachments (deed_id, id);
CREATE INDEX attachments_uploading ON attachments (updated_at) WHERE state = 'uploading';

CREATE TABLE attachment_parts (
    attachment_id TEXT COLLATE "C" NOT NULL REFERENCES attachments (id),
    -- From 1
    number INTEGER NOT NULL CHECK (number > 0),
    -- Sealed: the SHA-256 of the bytes, which tells whether the same came again
    digest BYTEA NOT NULL,
    -- Sealed: the bytes
    sealed BYTEA NOT NULL,
    PRIMARY KEY (attachment_id, number)
);
-- Sealed bytes do not compress; trying costs time
ALTER TABLE attachment_parts ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Which files are part of a piece of evidence
CREATE TABLE evidence_attachments (
    evidence_id TEXT COLLATE "C" NOT NULL REFERENCES deed_enclosures (id),
    attachment_id TEXT COLLATE "C" NOT NULL REFERENCES attachments (id),
    PRIMARY KEY (evidence_id, attachment_id)
);
