-- What the rules say of a case is a receipt; a decision is what an officer takes
ALTER TABLE decisions RENAME TO receipts;
DROP INDEX decisions_by_region;
CREATE INDEX receipts_by_region ON receipts (region_code, id);
ALTER TABLE cases RENAME COLUMN decision_id TO receipt_id;

-- By what a duplicate of a report is found
ALTER TABLE likenesses RENAME TO duplicate_keys;
ALTER TABLE duplicate_keys RENAME COLUMN likeness TO "key";
DROP INDEX likenesses_by_subject;
CREATE INDEX duplicate_keys_by_subject ON duplicate_keys (subject_id);

-- Words in plain columns; those in sealed JSON are read under both names (src/stored/renamed.rs)
UPDATE case_tasks SET kind = 'defence_answer' WHERE kind = 'hearing_answer';
UPDATE case_tasks SET kind = 'prior_notice_target' WHERE kind = 'hearing_target';
UPDATE case_deadlines_missed SET kind = 'defence_answer' WHERE kind = 'hearing_answer';
UPDATE case_deadlines_missed SET kind = 'prior_notice_target' WHERE kind = 'hearing_target';
UPDATE clients SET scopes = replace(scopes, 'decisions:read', 'receipts:read') WHERE scopes LIKE '%decisions:read%';

-- The audit keeps the words of its day: its links are hashes of them
UPDATE events SET kind = 'receipt.created' WHERE kind = 'decision.proposed';
UPDATE events SET kind = 'receipt.replayed' WHERE kind = 'decision.replayed';
UPDATE events SET subject_kind = 'receipt' WHERE subject_kind = 'decision';
UPDATE events SET data = replace(data, '"step":"hearing"', '"step":"prior_notice"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"hearing"%';
UPDATE events SET data = replace(data, '"step":"hearing_statement"', '"step":"defence_statement"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"hearing_statement"%';
UPDATE events SET data = replace(data, '"step":"publication_skip"', '"step":"publication_waiver"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"publication_skip"%';
UPDATE events SET data = replace(data, '"step":"restoration"', '"step":"reopening"')
    WHERE kind = 'deed.step_taken' AND data LIKE '%"step":"restoration"%';
UPDATE events SET data = replace(data, '"kind":"hearing_answer"', '"kind":"defence_answer"')
    WHERE kind = 'deed.deadline_missed' AND data LIKE '%"kind":"hearing_answer"%';
UPDATE events SET data = replace(data, '"kind":"hearing_target"', '"kind":"prior_notice_target"')
    WHERE kind = 'deed.deadline_missed' AND data LIKE '%"kind":"hearing_target"%';
