DROP TABLE attachment_cases;
DROP TABLE audit_regions;
DROP TABLE event_regions;
DROP INDEX cases_by_receipt;
DROP TABLE case_sight;
