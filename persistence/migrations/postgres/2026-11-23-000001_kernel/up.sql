-- Access
CREATE TABLE clients (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    secret_hash BYTEA NOT NULL,
    scopes TEXT COLLATE "C" NOT NULL,
    region_codes TEXT COLLATE "C" NOT NULL,
    created_at TIMESTAMP(3) NOT NULL,
    rotated_at TIMESTAMP(3) NOT NULL,
    disabled_at TIMESTAMP(3)
);

CREATE TABLE organisations (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    region_code TEXT COLLATE "C" NOT NULL,
    credit_code TEXT COLLATE "C" UNIQUE,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL,
    UNIQUE (region_code, name)
);
CREATE INDEX organisations_by_region ON organisations (region_code, id);

CREATE TABLE client_organisations (
    client_id TEXT COLLATE "C" NOT NULL REFERENCES clients (id),
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (client_id, organisation_id)
);

CREATE TABLE officers (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisations (id),
    name TEXT COLLATE "C" NOT NULL,
    position TEXT COLLATE "C" NOT NULL,
    active BOOLEAN NOT NULL,
    region_code TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL
);
CREATE INDEX officers_by_organisation ON officers (organisation_id, id);
CREATE INDEX officers_by_region ON officers (region_code, id);

-- Every write leaves an audit entry and an event, in its own transaction
CREATE TABLE audit_entries (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL,
    at TIMESTAMP(3) NOT NULL,
    client_id TEXT COLLATE "C",
    officer_id TEXT COLLATE "C",
    action TEXT COLLATE "C" NOT NULL,
    subject_kind TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    region_code TEXT COLLATE "C" NOT NULL,
    purpose TEXT COLLATE "C",
    request_id TEXT COLLATE "C" NOT NULL,
    trace_id TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL
);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id, sequence);

CREATE TABLE events (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL,
    at TIMESTAMP(3) NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    subject_kind TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    subject_version BIGINT NOT NULL,
    region_code TEXT COLLATE "C" NOT NULL,
    data TEXT COLLATE "C" NOT NULL
);

CREATE TABLE idempotency_records (
    client_id TEXT COLLATE "C" NOT NULL,
    idempotency_key TEXT COLLATE "C" NOT NULL,
    fingerprint BYTEA NOT NULL,
    answer BYTEA NOT NULL,
    created_at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (client_id, idempotency_key)
);
CREATE INDEX idempotency_records_by_age ON idempotency_records (created_at);

CREATE TABLE leases (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    holder TEXT COLLATE "C" NOT NULL,
    expires_at TIMESTAMP(3) NOT NULL
);

-- What the rules proposed, with the facts they used
CREATE TABLE decisions (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    region_code TEXT COLLATE "C" NOT NULL,
    proposal TEXT COLLATE "C" NOT NULL CHECK (proposal IN ('approve', 'review', 'refuse')),
    policy_id TEXT COLLATE "C" NOT NULL,
    policy_version TEXT COLLATE "C" NOT NULL,
    policy_hash TEXT COLLATE "C" NOT NULL,
    client_id TEXT COLLATE "C",
    officer_id TEXT COLLATE "C",
    created_at TIMESTAMP(3) NOT NULL,
    receipt BYTEA NOT NULL
);
CREATE INDEX decisions_by_region ON decisions (region_code, id);
