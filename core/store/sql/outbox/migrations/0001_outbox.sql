-- What the server has not acknowledged yet. `number` is NULL until the operation is first sent; `bytes` is the operation as
-- it is sent, the columns before it are what queries ask for.
CREATE TABLE operation (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    scope TEXT NOT NULL,
    entity BLOB NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    lane BLOB,
    number INTEGER,
    is_void INTEGER NOT NULL DEFAULT 0,
    why TEXT NOT NULL DEFAULT '',
    touched BLOB,
    bytes BLOB NOT NULL
);
CREATE UNIQUE INDEX operation_number ON operation (lane, number) WHERE number IS NOT NULL;

-- The counter of a lane is stored, never derived from the operations that are left (sync rule 19). The last row is the
-- lane in use.
CREATE TABLE lane (
    made INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    last INTEGER NOT NULL DEFAULT 0
);

-- Scopes that were lost (sync rule 35): nothing of theirs is laid over the cache.
CREATE TABLE purged_scope (name TEXT PRIMARY KEY) WITHOUT ROWID;
