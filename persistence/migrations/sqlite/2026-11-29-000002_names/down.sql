UPDATE case_tasks SET kind = 'hearing_answer' WHERE kind = 'defence_answer';
UPDATE case_tasks SET kind = 'hearing_target' WHERE kind = 'prior_notice_target';
UPDATE case_deadlines_missed SET kind = 'hearing_answer' WHERE kind = 'defence_answer';
UPDATE case_deadlines_missed SET kind = 'hearing_target' WHERE kind = 'prior_notice_target';
UPDATE clients SET scopes = replace(scopes, 'receipts:read', 'decisions:read') WHERE scopes LIKE '%receipts:read%';

UPDATE events SET kind = 'decision.proposed' WHERE kind = 'receipt.created';
UPDATE events SET kind = 'decision.replayed' WHERE kind = 'receipt.replayed';
UPDATE events SET subject_kind = 'decision' WHERE subject_kind = 'receipt';
UPDATE events SET data = replace(data, '"step":"prior_notice"', '"step":"hearing"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"prior_notice"%';
UPDATE events SET data = replace(data, '"step":"defence_statement"', '"step":"hearing_statement"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"defence_statement"%';
UPDATE events SET data = replace(data, '"step":"publication_waiver"', '"step":"publication_skip"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"publication_waiver"%';
UPDATE events SET data = replace(data, '"step":"reopening"', '"step":"restoration"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"reopening"%';
UPDATE events SET data = replace(data, '"kind":"defence_answer"', '"kind":"hearing_answer"')
    WHERE kind = 'deed.deadline_missed' AND data LIKE '%"kind":"defence_answer"%';
UPDATE events SET data = replace(data, '"kind":"prior_notice_target"', '"kind":"hearing_target"')
    WHERE kind = 'deed.deadline_missed' AND data LIKE '%"kind":"prior_notice_target"%';

ALTER TABLE duplicate_keys RENAME COLUMN "key" TO likeness;
ALTER TABLE duplicate_keys RENAME TO likenesses;
DROP INDEX duplicate_keys_by_subject;
CREATE INDEX likenesses_by_subject ON likenesses (subject_id);

ALTER TABLE cases RENAME COLUMN receipt_id TO decision_id;
ALTER TABLE receipts RENAME TO decisions;
DROP INDEX receipts_by_region;
CREATE INDEX decisions_by_region ON decisions (region_code, id);
