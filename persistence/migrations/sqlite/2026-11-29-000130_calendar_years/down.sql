ALTER TABLE case_tasks ADD COLUMN exact INTEGER NOT NULL DEFAULT 0 CHECK (exact IN (0, 1));
UPDATE case_tasks SET exact = (due_until IS NOT NULL AND due_until = due_on);
ALTER TABLE case_tasks DROP COLUMN due_until;
DROP TABLE calendar_years;
