DROP TABLE studio_clues;
DROP TABLE studio_names;
