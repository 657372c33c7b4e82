-- Every version of the policy with which the service has run. One that a receipt names is bound: the file of
-- the policy keeps it as it was.
CREATE TABLE policy_versions (
    policy_id TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (policy_id, version, hash)
) STRICT, WITHOUT ROWID;
INSERT INTO policy_versions (policy_id, version, hash)
SELECT DISTINCT policy_id, policy_version, policy_hash FROM receipts;

-- The processes that serve this database now, by the time of day and not by the clock of a rehearsal
CREATE TABLE serving_processes (
    id TEXT NOT NULL PRIMARY KEY,
    -- SHA-256 of everything that its policy file says
    policy TEXT NOT NULL,
    public_url TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is left to an address without a token of its applications and clues of this hour
CREATE TABLE public_writes (
    -- A keyed hash of the address
    sender TEXT NOT NULL PRIMARY KEY,
    -- When the whole allowance is there again; the row tells nothing any more then
    whole_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX public_writes_by_age ON public_writes (whole_at);

-- By how much the clock of a rehearsal was moved: one row at the most
CREATE TABLE sandbox_clock (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    -- One more with every move
    move INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL
) STRICT;
