-- What of a person may be shown, and on what that rests. What was agreed to is sealed.
CREATE TABLE consents (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    sealed BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX consents_by_person ON consents (person_id, id);

-- What everybody may read, made from approved and consented fields alone. An entry that changes is written
-- anew, so that its place tells the readers of the feed; one that was withdrawn keeps its id and nothing else.
CREATE TABLE public_entries (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL GENERATED ALWAYS AS (sequence) VIRTUAL,
    id TEXT NOT NULL UNIQUE,
    collection TEXT NOT NULL CHECK (collection IN ('honour_roll', 'studio', 'notice')),
    -- The case, file or document that it is made from, and the person or file whose it is
    origin TEXT NOT NULL,
    owner TEXT NOT NULL,
    order_key TEXT NOT NULL,
    -- The last day of a notice
    until TEXT,
    entry TEXT,
    at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX public_entries_by_origin ON public_entries (origin, collection) WHERE entry IS NOT NULL;
CREATE INDEX public_entries_by_owner ON public_entries (owner, collection) WHERE entry IS NOT NULL;
CREATE INDEX public_entries_in_order ON public_entries (collection, order_key) WHERE entry IS NOT NULL;

-- By what entries are filtered, such as `county:371502`, each list in the order of the roll.
CREATE TABLE public_facets (
    facet TEXT NOT NULL,
    order_key TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    PRIMARY KEY (facet, order_key, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX public_facets_by_entry ON public_facets (entry_id, facet);

-- Beginnings of names, pinyin and initials by which entries are found.
CREATE TABLE public_search_keys (
    search_key TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    PRIMARY KEY (search_key, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX public_search_keys_by_entry ON public_search_keys (entry_id);
