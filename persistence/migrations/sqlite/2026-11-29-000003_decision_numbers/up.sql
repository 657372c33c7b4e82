-- The numbers of decisions that are given by hand, each used by one step of one file.
CREATE TABLE decision_numbers (
    region_code TEXT NOT NULL,
    year INTEGER NOT NULL,
    number TEXT NOT NULL,
    file_id TEXT NOT NULL,
    step TEXT NOT NULL,
    PRIMARY KEY (region_code, year, number)
) WITHOUT ROWID;
