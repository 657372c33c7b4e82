DROP TABLE search_key_form;
