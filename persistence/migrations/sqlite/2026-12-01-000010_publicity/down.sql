DROP TABLE public_search_keys;
DROP TABLE public_facets;
DROP TABLE public_entries;
DROP TABLE consents;
