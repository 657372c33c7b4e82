CREATE TABLE deeds (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    -- The body of first instance that all its actors share, or shared last
    region_code TEXT COLLATE "C" NOT NULL,
    received_on DATE NOT NULL,
    -- Sealed: what happened, whom it helped, who saw it, harm (see the list of sealed fields)
    sealed BYTEA NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL
);

-- Who sees a deed: every region whose body holds, held first or is to receive the case of an actor
CREATE TABLE deed_regions (
    region_code TEXT COLLATE "C" NOT NULL,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    PRIMARY KEY (region_code, deed_id)
);
CREATE INDEX deed_regions_by_deed ON deed_regions (deed_id);

CREATE TABLE deed_actors (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    -- Its place in the report, from 0
    number SMALLINT NOT NULL CHECK (number >= 0),
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    state TEXT COLLATE "C" NOT NULL,
    holder_region TEXT COLLATE "C" NOT NULL,
    received_on DATE NOT NULL,
    restricted BOOLEAN NOT NULL,
    -- The newest receipt of the rules on this actor
    decision_id TEXT COLLATE "C" NOT NULL REFERENCES decisions (id),
    -- Sealed: the whole case
    sealed BYTEA NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    UNIQUE (deed_id, number),
    UNIQUE (deed_id, person_id)
);
CREATE INDEX deed_actors_by_person ON deed_actors (person_id);

-- What is due of the body that holds a case: the worklist
CREATE TABLE deed_tasks (
    actor_id TEXT COLLATE "C" NOT NULL REFERENCES deed_actors (id),
    kind TEXT COLLATE "C" NOT NULL,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    region_code TEXT COLLATE "C" NOT NULL,
    due_on DATE NOT NULL,
    exact BOOLEAN NOT NULL,
    PRIMARY KEY (actor_id, kind)
);
CREATE INDEX deed_tasks_by_region ON deed_tasks (region_code, due_on, actor_id, kind);
CREATE INDEX deed_tasks_by_day ON deed_tasks (due_on, actor_id, kind);

CREATE TABLE deed_history (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    actor_id TEXT COLLATE "C" NOT NULL REFERENCES deed_actors (id),
    recorded_at TIMESTAMP(3) NOT NULL,
    client_id TEXT COLLATE "C",
    officer_id TEXT COLLATE "C",
    -- Sealed: what the step brought about
    sealed BYTEA NOT NULL
);
CREATE INDEX deed_history_by_deed ON deed_history (deed_id, id);

-- What was handed in with a step and is looked at by people only: evidence, objections
CREATE TABLE deed_enclosures (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('evidence', 'objection')),
    -- Sealed: the text
    sealed BYTEA NOT NULL,
    recorded_at TIMESTAMP(3) NOT NULL
);
CREATE INDEX deed_enclosures_by_deed ON deed_enclosures (deed_id, id);
