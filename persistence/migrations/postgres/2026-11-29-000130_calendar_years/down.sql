ALTER TABLE case_tasks ADD COLUMN exact BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE case_tasks SET exact = (due_until IS NOT NULL AND due_until = due_on);
ALTER TABLE case_tasks ALTER COLUMN exact DROP DEFAULT;
ALTER TABLE case_tasks DROP COLUMN due_until;
DROP TABLE calendar_years;
