-- How far the cases of a deed have come, for each region that sees it and once for the whole city
-- (''), so that the list of deeds in one state walks an index however few there are
CREATE TABLE deed_states (
    region_code TEXT NOT NULL,
    state TEXT NOT NULL,
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    PRIMARY KEY (region_code, state, deed_id)
) STRICT, WITHOUT ROWID;
INSERT INTO deed_states (region_code, state, deed_id)
    SELECT region_code, state, deed_id FROM deed_actors JOIN deed_regions USING (deed_id)
    UNION
    SELECT '', state, deed_id FROM deed_actors;

-- The audit of a region, newest first: within one value an index is in the order of `sequence`
CREATE INDEX audit_entries_by_region ON audit_entries (region_code);
