-- The place of a transaction in the order of the feed. Sequence numbers become visible in the order
-- of commits, which is another one; the ids of transactions tell which of them can still commit.
-- `yongwei migrate` replaces the summand when a database was restored into a cluster whose
-- transaction ids are behind its own.
CREATE FUNCTION commit_position(transaction_id xid8) RETURNS BIGINT
    LANGUAGE sql STABLE PARALLEL SAFE
    AS 'SELECT transaction_id::text::bigint + 0';

ALTER TABLE events
    ADD COLUMN position BIGINT NOT NULL DEFAULT commit_position(pg_current_xact_id()),
    DROP CONSTRAINT events_pkey,
    ADD PRIMARY KEY (position, sequence);

ALTER TABLE audit_entries
    ADD COLUMN position BIGINT NOT NULL DEFAULT commit_position(pg_current_xact_id()),
    DROP CONSTRAINT audit_entries_pkey,
    ADD PRIMARY KEY (position, sequence);

-- The audit chain: one link for each entry, made after the entry became final
CREATE TABLE audit_links (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    entry_position BIGINT NOT NULL,
    entry_sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL CHECK (length(hash) = 32)
);

CREATE TABLE audit_checkpoints (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    made_at TIMESTAMP(3) NOT NULL,
    token TEXT COLLATE "C" NOT NULL
);
