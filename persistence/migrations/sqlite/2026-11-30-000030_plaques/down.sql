DROP TABLE plaque_heroes;
DROP TABLE plaques;
DROP TABLE household_members;
DROP TABLE households;
