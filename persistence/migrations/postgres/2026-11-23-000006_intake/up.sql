CREATE TABLE filings (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('application', 'clue')),
    region_code TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('received', 'taken_up', 'joined', 'withdrawn', 'not_pursued')),
    received_on DATE NOT NULL,
    -- Finds an application by the code that the applicant was given, of which nothing else is kept
    tracking_index BYTEA UNIQUE,
    -- The deed that it became or was joined to
    deed_id TEXT COLLATE "C" REFERENCES deeds (id),
    -- Sealed: what was told, by whom, and what officers noted (see the list of sealed fields)
    sealed BYTEA NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL,
    CHECK ((kind = 'application') = (tracking_index IS NOT NULL)),
    CHECK ((state IN ('taken_up', 'joined')) = (deed_id IS NOT NULL)),
    -- Only the procedure's written refusal ends an application against the applicant's will
    CHECK (state <> 'not_pursued' OR kind = 'clue'),
    CHECK (state <> 'withdrawn' OR kind = 'application')
);
CREATE INDEX filings_by_region ON filings (kind, region_code, id);
CREATE INDEX filings_by_region_and_state ON filings (kind, region_code, state, id);
CREATE INDEX filings_by_state ON filings (kind, state, id);

-- What two reports of one incident share, as a keyed hash: the day and place, or an actor's number
CREATE TABLE likenesses (
    likeness BYTEA NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    -- Empty where nobody has said what was done
    act_type TEXT COLLATE "C" NOT NULL,
    subject_kind TEXT COLLATE "C" NOT NULL CHECK (subject_kind IN ('deed', 'application', 'clue')),
    PRIMARY KEY (likeness, subject_id, act_type)
);
CREATE INDEX likenesses_by_subject ON likenesses (subject_id);
