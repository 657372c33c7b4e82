DROP TABLE evidence_attachments;
DROP TABLE attachment_parts;
DROP TABLE attachments;
