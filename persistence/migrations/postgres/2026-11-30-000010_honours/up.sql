-- A case may be about nobody: a body carries out something of its own, such as a round of commendation.
ALTER TABLE cases ALTER COLUMN person_id DROP NOT NULL;
