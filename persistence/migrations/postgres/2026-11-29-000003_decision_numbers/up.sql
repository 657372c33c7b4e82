-- The numbers of decisions that are given by hand, each used by one step of one file.
CREATE TABLE decision_numbers (
    region_code TEXT COLLATE "C" NOT NULL,
    year INTEGER NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    file_id TEXT COLLATE "C" NOT NULL,
    step TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region_code, year, number)
);
