DROP TABLE imported_people;
