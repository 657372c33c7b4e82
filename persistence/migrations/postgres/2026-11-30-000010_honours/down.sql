DROP TABLE round_entries;
ALTER TABLE cases ALTER COLUMN person_id SET NOT NULL;
