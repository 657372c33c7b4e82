-- In which form the search keys of people are. Keys of an older form are made again after the migrations
-- (src/people/reindex.rs).
CREATE TABLE search_key_form (form SMALLINT NOT NULL PRIMARY KEY);
INSERT INTO search_key_form (form) VALUES (1);
