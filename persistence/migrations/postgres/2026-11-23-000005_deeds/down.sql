DROP TABLE deed_enclosures;
DROP TABLE deed_history;
DROP TABLE deed_tasks;
DROP TABLE deed_actors;
DROP TABLE deed_regions;
DROP TABLE deeds;
