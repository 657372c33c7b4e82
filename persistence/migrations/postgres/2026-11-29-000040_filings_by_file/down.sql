DROP INDEX filings_by_file;
