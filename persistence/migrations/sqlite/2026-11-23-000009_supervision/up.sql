-- Who is in charge: the officer who took the last step for the body that holds the case
ALTER TABLE deed_tasks ADD COLUMN officer_id TEXT;
CREATE INDEX deed_tasks_by_officer ON deed_tasks (officer_id, due_on, actor_id, kind);

-- What a body has missed and was reported for, once
CREATE TABLE deed_deadlines_missed (
    actor_id TEXT NOT NULL REFERENCES deed_actors (id),
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    PRIMARY KEY (actor_id, kind, due_on)
) STRICT, WITHOUT ROWID;
