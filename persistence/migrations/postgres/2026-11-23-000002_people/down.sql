DROP TABLE match_tasks;
DROP TABLE person_history;
DROP TABLE person_search_keys;
DROP TABLE people;
