-- Who sees a case: the regions whose bodies hold it, held it first or are to receive it. Of cases from before,
-- whoever saw the file saw all its cases.
CREATE TABLE case_sight (
    case_id TEXT NOT NULL REFERENCES cases (id),
    region_code TEXT NOT NULL,
    PRIMARY KEY (case_id, region_code)
) STRICT, WITHOUT ROWID;
INSERT INTO case_sight (case_id, region_code)
SELECT cases.id, case_regions.region_code
FROM cases JOIN case_regions ON case_regions.file_id = cases.file_id;

-- Who reads a receipt because of a case that rests on it.
CREATE INDEX cases_by_receipt ON cases (receipt_id);

-- The other regions that see an event or an audit entry, beside the one whose file it is about.
CREATE TABLE event_regions (
    region_code TEXT NOT NULL,
    position INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (region_code, position, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_regions (
    region_code TEXT NOT NULL,
    position INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (region_code, position, sequence)
) STRICT, WITHOUT ROWID;

-- The cases for which an attachment was handed in. One that is tied to none is seen by whoever sees the file, as
-- those from before are.
CREATE TABLE attachment_cases (
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    PRIMARY KEY (attachment_id, case_id)
) STRICT, WITHOUT ROWID;
