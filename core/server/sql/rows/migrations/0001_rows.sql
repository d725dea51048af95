-- Scopes have a short number of their own: a renumbering writes the rows under a new one and swaps it.
CREATE TABLE scopes (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    epoch BLOB NOT NULL,
    head INTEGER NOT NULL,
    floor INTEGER NOT NULL,
    member_rev INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    dead INTEGER NOT NULL
) STRICT;

-- Clustered by rev: deltas and windows are reads of one stretch of the tree, and new rows go to the end of their scope.
CREATE TABLE rows (
    scope INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    ord INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    parent BLOB,
    root INTEGER NOT NULL,
    at INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (scope, rev)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX rows_id ON rows (scope, id);
CREATE INDEX rows_used ON rows (id);
CREATE INDEX rows_children ON rows (scope, parent) WHERE parent IS NOT NULL AND deleted = 0;
-- Posts, comments and reactions are far more than all the rest together, and nobody asks for them by kind.
CREATE INDEX rows_kind ON rows (scope, kind, id) WHERE deleted = 0 AND kind NOT IN (6, 7, 8);
CREATE INDEX rows_tombstones ON rows (scope, rev) WHERE deleted = 1;

-- Ids of purged tombstones that may never be used again (sync rule 28).
CREATE TABLE graves (id BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE handles (handle TEXT NOT NULL PRIMARY KEY, owner BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX handles_owner ON handles (owner);

CREATE TABLE lanes (lane BLOB NOT NULL PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    lane BLOB NOT NULL,
    number INTEGER NOT NULL,
    op BLOB NOT NULL UNIQUE,
    ok INTEGER NOT NULL,
    void INTEGER NOT NULL,
    why TEXT NOT NULL,
    touched BLOB NOT NULL,
    PRIMARY KEY (lane, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
