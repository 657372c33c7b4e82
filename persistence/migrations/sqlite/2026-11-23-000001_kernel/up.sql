-- Access
CREATE TABLE clients (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    secret_hash BLOB NOT NULL,
    scopes TEXT NOT NULL,
    region_codes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    rotated_at TEXT NOT NULL,
    disabled_at TEXT
) STRICT;

CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    region_code TEXT NOT NULL,
    credit_code TEXT UNIQUE,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (region_code, name)
) STRICT;
CREATE INDEX organisations_by_region ON organisations (region_code, id);

CREATE TABLE client_organisations (
    client_id TEXT NOT NULL REFERENCES clients (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (client_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE officers (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    region_code TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX officers_by_organisation ON officers (organisation_id, id);
CREATE INDEX officers_by_region ON officers (region_code, id);

-- Every write leaves an audit entry and an event, in its own transaction
CREATE TABLE audit_entries (
    sequence INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    client_id TEXT,
    officer_id TEXT,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    region_code TEXT NOT NULL,
    purpose TEXT,
    request_id TEXT NOT NULL,
    trace_id TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id, sequence);

CREATE TABLE events (
    sequence INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_version INTEGER NOT NULL,
    region_code TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;

CREATE TABLE idempotency_records (
    client_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    answer BLOB NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (client_id, idempotency_key)
) STRICT;
CREATE INDEX idempotency_records_by_age ON idempotency_records (created_at);

CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the rules proposed, with the facts they used
CREATE TABLE decisions (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    region_code TEXT NOT NULL,
    proposal TEXT NOT NULL CHECK (proposal IN ('approve', 'review', 'refuse')),
    policy_id TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    policy_hash TEXT NOT NULL,
    client_id TEXT,
    officer_id TEXT,
    created_at TEXT NOT NULL,
    receipt BLOB NOT NULL
) STRICT;
CREATE INDEX decisions_by_region ON decisions (region_code, id);
