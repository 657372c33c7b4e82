ALTER TABLE case_enclosures DROP COLUMN objector;
