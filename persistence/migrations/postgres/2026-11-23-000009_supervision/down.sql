DROP TABLE deed_deadlines_missed;
DROP INDEX deed_tasks_of_region_by_statute;
DROP INDEX deed_tasks_by_statute;
ALTER TABLE deed_tasks DROP COLUMN statutory;
DROP INDEX deed_tasks_by_officer;
ALTER TABLE deed_tasks DROP COLUMN officer_id;
