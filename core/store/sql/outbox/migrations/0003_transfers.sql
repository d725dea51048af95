-- Files on their way. An operation that names a file waits for its upload, without a number (sync rule 19).
ALTER TABLE operation ADD COLUMN upload BLOB;

CREATE TABLE upload (
    made INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    scope TEXT NOT NULL,
    document BLOB,
    blob TEXT NOT NULL,
    size INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 0,
    complete_at INTEGER NOT NULL DEFAULT 0
);

-- `id` is that of the row that names the file.
CREATE TABLE download (
    made INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    scope TEXT NOT NULL,
    blob TEXT NOT NULL,
    size INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    why TEXT NOT NULL DEFAULT ''
);
