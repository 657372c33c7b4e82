-- Who live together, spouses, parents and children: a household has one plaque however many heroes it has. Where
-- they live stands sealed in their files.
CREATE TABLE households (
    id TEXT NOT NULL PRIMARY KEY,
    region_code TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX households_by_region ON households (region_code, id);

-- Nobody lives in two households.
CREATE TABLE household_members (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    household_id TEXT NOT NULL REFERENCES households (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX household_members_by_household ON household_members (household_id, person_id);

-- What is asked of all plaques at once, beside their sealed cases.
CREATE TABLE plaques (
    file_id TEXT NOT NULL PRIMARY KEY REFERENCES case_files (id),
    household_id TEXT NOT NULL REFERENCES households (id),
    region_code TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Whether the household has it, or is to get it
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    serial TEXT UNIQUE,
    -- Whether it is active and nobody of the family has been reached
    unreachable INTEGER NOT NULL CHECK (unreachable IN (0, 1)),
    unreachable_since TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX plaques_one_for_household ON plaques (household_id) WHERE active;
CREATE INDEX plaques_by_household ON plaques (household_id, file_id);
CREATE INDEX plaques_by_state ON plaques (region_code, state, unreachable);
CREATE INDEX plaques_unreachable ON plaques (unreachable, file_id);
CREATE INDEX plaques_unreachable_by_region ON plaques (unreachable, region_code, file_id);

-- Everybody with a confirmation or recognition that stands, under the file that survives.
CREATE TABLE plaque_heroes (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    household_id TEXT REFERENCES households (id),
    region_code TEXT NOT NULL,
    -- Whether the household, or the person where no household is on file, has no plaque and declined none
    waiting INTEGER NOT NULL CHECK (waiting IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX plaque_heroes_waiting ON plaque_heroes (waiting, person_id);
CREATE INDEX plaque_heroes_waiting_by_region ON plaque_heroes (waiting, region_code, person_id);
CREATE INDEX plaque_heroes_by_household ON plaque_heroes (region_code, waiting, household_id);

INSERT INTO plaque_heroes (person_id, household_id, region_code, waiting)
SELECT DISTINCT people.id, NULL, people.region_code, 1
FROM cases
JOIN person_history ON person_history.written_in = cases.person_id AND person_history.version = 1
JOIN people ON people.id = person_history.person_id
WHERE (cases.procedure = 'deed' AND cases.state IN ('confirmed', 'intended_revocation'))
    OR (cases.procedure = 'recognition' AND cases.state IN ('recognised', 'intended_revocation'));
