-- Who may name an uploaded content in a row (BlobGrant in row_store.h); `at` is in microseconds.
CREATE TABLE blob_grants (
    upload BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    scope TEXT NOT NULL,
    blob TEXT NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_grants_at ON blob_grants (at);
