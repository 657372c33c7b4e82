CREATE TABLE deeds (
    id TEXT NOT NULL PRIMARY KEY,
    -- The body of first instance that all its actors share, or shared last
    region_code TEXT NOT NULL,
    received_on TEXT NOT NULL,
    -- Sealed: what happened, whom it helped, who saw it, harm (see the list of sealed fields)
    sealed BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- Who sees a deed: every region whose body holds, held first or is to receive the case of an actor
CREATE TABLE deed_regions (
    region_code TEXT NOT NULL,
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    PRIMARY KEY (region_code, deed_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deed_regions_by_deed ON deed_regions (deed_id);

CREATE TABLE deed_actors (
    id TEXT NOT NULL PRIMARY KEY,
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    -- Its place in the report, from 0
    number INTEGER NOT NULL CHECK (number >= 0),
    person_id TEXT NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,
    holder_region TEXT NOT NULL,
    received_on TEXT NOT NULL,
    restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
    -- The newest receipt of the rules on this actor
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    -- Sealed: the whole case
    sealed BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    UNIQUE (deed_id, number),
    UNIQUE (deed_id, person_id)
) STRICT;
CREATE INDEX deed_actors_by_person ON deed_actors (person_id);

-- What is due of the body that holds a case: the worklist
CREATE TABLE deed_tasks (
    actor_id TEXT NOT NULL REFERENCES deed_actors (id),
    kind TEXT NOT NULL,
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    region_code TEXT NOT NULL,
    due_on TEXT NOT NULL,
    exact INTEGER NOT NULL CHECK (exact IN (0, 1)),
    PRIMARY KEY (actor_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX deed_tasks_by_region ON deed_tasks (region_code, due_on, actor_id, kind);
CREATE INDEX deed_tasks_by_day ON deed_tasks (due_on, actor_id, kind);

CREATE TABLE deed_history (
    id TEXT NOT NULL PRIMARY KEY,
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    actor_id TEXT NOT NULL REFERENCES deed_actors (id),
    recorded_at TEXT NOT NULL,
    client_id TEXT,
    officer_id TEXT,
    -- Sealed: what the step brought about
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX deed_history_by_deed ON deed_history (deed_id, id);

-- What was handed in with a step and is looked at by people only: evidence, objections
CREATE TABLE deed_enclosures (
    id TEXT NOT NULL PRIMARY KEY,
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    kind TEXT NOT NULL CHECK (kind IN ('evidence', 'objection')),
    -- Sealed: the text
    sealed BLOB NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX deed_enclosures_by_deed ON deed_enclosures (deed_id, id);
