-- What the steps of deeds brought about to be printed; never changed after issue
CREATE TABLE documents (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    deed_id TEXT COLLATE "C" NOT NULL REFERENCES deeds (id),
    kind TEXT COLLATE "C" NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    -- The legal date (Beijing)
    issued_on DATE NOT NULL,
    recorded_at TIMESTAMP(3) NOT NULL,
    -- JSON: whom it is about, each with the receipt that was before the body
    concerned TEXT NOT NULL,
    -- Sealed: everything that the page says
    sealed BYTEA NOT NULL
);
CREATE INDEX documents_by_deed ON documents (deed_id, id);
CREATE INDEX documents_by_number ON documents (number, kind);

-- The last number given to a kind of document by the organ of a region in a year
CREATE TABLE document_numbers (
    region_code TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    year INTEGER NOT NULL,
    last BIGINT NOT NULL CHECK (last > 0),
    PRIMARY KEY (region_code, kind, year)
);
