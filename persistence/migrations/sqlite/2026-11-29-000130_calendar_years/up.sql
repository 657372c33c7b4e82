-- The years of the calendar that were loaded. Rows are only ever added: the newest of a year is in force, and
-- the calendar of a version is made of the rows up to it.
CREATE TABLE calendar_years (
    -- One more with every row, from 1
    version INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    -- One more with every row of the year, from 1
    revision INTEGER NOT NULL,
    notice_number TEXT NOT NULL,
    days TEXT NOT NULL,
    -- Neither client nor officer where the file of the settings was loaded
    client_id TEXT,
    officer_id TEXT,
    loaded_at TEXT NOT NULL,
    UNIQUE (year, revision)
) STRICT;

-- The last day that a task can be due, where the day itself is not known. Tasks of before have none until
-- they are reckoned again.
ALTER TABLE case_tasks ADD COLUMN due_until TEXT;
UPDATE case_tasks SET due_until = due_on WHERE exact = 1;
ALTER TABLE case_tasks DROP COLUMN exact;
