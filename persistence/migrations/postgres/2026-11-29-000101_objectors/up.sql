-- Who objects, and how to reach them, sealed.
ALTER TABLE case_enclosures ADD COLUMN objector BYTEA;
