-- Who live together, spouses, parents and children: a household has one plaque however many heroes it has. Where
-- they live stands sealed in their files.
CREATE TABLE households (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    region_code TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TIMESTAMP(3) NOT NULL,
    updated_at TIMESTAMP(3) NOT NULL
);
CREATE INDEX households_by_region ON households (region_code, id);

-- Nobody lives in two households.
CREATE TABLE household_members (
    person_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES people (id),
    household_id TEXT COLLATE "C" NOT NULL REFERENCES households (id)
);
CREATE INDEX household_members_by_household ON household_members (household_id, person_id);

-- What is asked of all plaques at once, beside their sealed cases.
CREATE TABLE plaques (
    file_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES case_files (id),
    household_id TEXT COLLATE "C" NOT NULL REFERENCES households (id),
    region_code TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    -- Whether the household has it, or is to get it
    active BOOLEAN NOT NULL,
    serial TEXT COLLATE "C" UNIQUE,
    -- Whether it is active and nobody of the family has been reached
    unreachable BOOLEAN NOT NULL,
    unreachable_since DATE
);
CREATE UNIQUE INDEX plaques_one_for_household ON plaques (household_id) WHERE active;
CREATE INDEX plaques_by_household ON plaques (household_id, file_id);
CREATE INDEX plaques_by_state ON plaques (region_code, state, unreachable);
CREATE INDEX plaques_unreachable ON plaques (unreachable, file_id);
CREATE INDEX plaques_unreachable_by_region ON plaques (unreachable, region_code, file_id);

-- Everybody with a confirmation or recognition that stands, under the file that survives.
CREATE TABLE plaque_heroes (
    person_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES people (id),
    household_id TEXT COLLATE "C" REFERENCES households (id),
    region_code TEXT COLLATE "C" NOT NULL,
    -- Whether the household, or the person where no household is on file, has no plaque and declined none
    waiting BOOLEAN NOT NULL
);
CREATE INDEX plaque_heroes_waiting ON plaque_heroes (waiting, person_id);
CREATE INDEX plaque_heroes_waiting_by_region ON plaque_heroes (waiting, region_code, person_id);
CREATE INDEX plaque_heroes_by_household ON plaque_heroes (region_code, waiting, household_id);

INSERT INTO plaque_heroes (person_id, household_id, region_code, waiting)
SELECT DISTINCT people.id, CAST(NULL AS TEXT), people.region_code, TRUE
FROM cases
JOIN person_history ON person_history.written_in = cases.person_id AND person_history.version = 1
JOIN people ON people.id = person_history.person_id
WHERE (cases.procedure = 'deed' AND cases.state IN ('confirmed', 'intended_revocation'))
    OR (cases.procedure = 'recognition' AND cases.state IN ('recognised', 'intended_revocation'));
