-- Who is in charge: the officer who took the last step for the body that holds the case
ALTER TABLE deed_tasks ADD COLUMN officer_id TEXT COLLATE "C";
CREATE INDEX deed_tasks_by_officer ON deed_tasks (officer_id, due_on, actor_id, kind);

-- Whether the time stands in a statute, so that the worklist of those alone walks an index too
ALTER TABLE deed_tasks ADD COLUMN statutory BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE deed_tasks SET statutory = TRUE WHERE kind IN ('opinion', 'reconfirmation_decision');
CREATE INDEX deed_tasks_by_statute ON deed_tasks (statutory, due_on, actor_id, kind);
CREATE INDEX deed_tasks_of_region_by_statute
    ON deed_tasks (region_code, statutory, due_on, actor_id, kind);

-- What a body has missed and was reported for, once
CREATE TABLE deed_deadlines_missed (
    actor_id TEXT COLLATE "C" NOT NULL REFERENCES deed_actors (id),
    kind TEXT COLLATE "C" NOT NULL,
    due_on DATE NOT NULL,
    reported_at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (actor_id, kind, due_on)
);
