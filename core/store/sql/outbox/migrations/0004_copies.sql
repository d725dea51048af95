-- Documents that are open in other programs: what the file of each held when it was last known, and the operation that made
-- that content, on which its next version is based (sync rule 29). Here, so that a save and its version are one commit.
CREATE TABLE copy (
    document BLOB PRIMARY KEY,
    scope TEXT NOT NULL,
    name TEXT NOT NULL,
    base BLOB,
    blob TEXT NOT NULL,
    mark TEXT NOT NULL,
    used_at INTEGER NOT NULL
) WITHOUT ROWID;
