DROP TABLE likenesses;
DROP TABLE filings;
