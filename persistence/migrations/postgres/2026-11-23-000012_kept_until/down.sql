DROP INDEX idempotency_records_by_expiry;
UPDATE idempotency_records SET expires_at = expires_at - interval '24 hours';
ALTER TABLE idempotency_records RENAME COLUMN expires_at TO created_at;
CREATE INDEX idempotency_records_by_age ON idempotency_records (created_at);
