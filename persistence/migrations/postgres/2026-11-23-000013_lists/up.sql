-- How far the cases of a deed have come, for each region that sees it and once for the whole city
-- (''), so that the list of deeds in one state walks an index however few there are
CREATE TABLE deed_states (
    region_code TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    PRIMARY KEY (region_code, state, deed_id)
);
INSERT INTO deed_states (region_code, state, deed_id)
    SELECT region_code, state, deed_id FROM deed_actors JOIN deed_regions USING (deed_id)
    UNION
    SELECT '', state, deed_id FROM deed_actors;

-- The audit of a region, newest first
CREATE INDEX audit_entries_by_region ON audit_entries (region_code, position, sequence);
