DROP TABLE decision_numbers;
