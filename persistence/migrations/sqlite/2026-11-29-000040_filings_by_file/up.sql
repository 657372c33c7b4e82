-- Papers go to whoever applied or recommended: the application of a file is looked up by it.
CREATE INDEX filings_by_file ON filings (file_id) WHERE file_id IS NOT NULL;
