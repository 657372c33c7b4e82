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

ALTER INDEX duplicate_keys_by_subject RENAME TO likenesses_by_subject;
ALTER TABLE duplicate_keys
    RENAME CONSTRAINT duplicate_keys_subject_kind_check TO likenesses_subject_kind_check;
ALTER TABLE duplicate_keys RENAME CONSTRAINT duplicate_keys_pkey TO likenesses_pkey;
ALTER TABLE duplicate_keys RENAME COLUMN key TO likeness;
ALTER TABLE duplicate_keys RENAME TO likenesses;

ALTER TABLE cases RENAME CONSTRAINT cases_receipt_id_fkey TO cases_decision_id_fkey;
ALTER TABLE cases RENAME COLUMN receipt_id TO decision_id;
ALTER INDEX receipts_by_region RENAME TO decisions_by_region;
ALTER TABLE receipts RENAME CONSTRAINT receipts_proposal_check TO decisions_proposal_check;
ALTER TABLE receipts RENAME CONSTRAINT receipts_pkey TO decisions_pkey;
ALTER TABLE receipts RENAME TO decisions;
