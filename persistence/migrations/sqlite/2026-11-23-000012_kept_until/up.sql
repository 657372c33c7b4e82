-- Answers that show a secret are kept for a shorter time than others: each says how long itself.
ALTER TABLE idempotency_records RENAME COLUMN created_at TO expires_at;
UPDATE idempotency_records SET expires_at = strftime('%Y-%m-%d %H:%M:%f', expires_at, '+24 hours');
DROP INDEX idempotency_records_by_age;
CREATE INDEX idempotency_records_by_expiry ON idempotency_records (expires_at);
