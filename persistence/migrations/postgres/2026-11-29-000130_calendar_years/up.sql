-- The years of the calendar that were loaded. Rows are only ever added: the newest of a year is in force, and
-- the calendar of a version is made of the rows up to it.
CREATE TABLE calendar_years (
    -- One more with every row, from 1
    version BIGINT NOT NULL PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    -- One more with every row of the year, from 1
    revision BIGINT NOT NULL,
    notice_number TEXT COLLATE "C" NOT NULL,
    days TEXT COLLATE "C" NOT NULL,
    -- Neither client nor officer where the file of the settings was loaded
    client_id TEXT COLLATE "C",
    officer_id TEXT COLLATE "C",
    loaded_at TIMESTAMP(3) NOT NULL,
    UNIQUE (year, revision)
);

-- The last day that a task can be due, where the day itself is not known. Tasks of before have none until
-- they are reckoned again.
ALTER TABLE case_tasks ADD COLUMN due_until DATE;
UPDATE case_tasks SET due_until = due_on WHERE exact;
ALTER TABLE case_tasks DROP COLUMN exact;
