-- Contents by their SHA-256, and the chunks that they are made of. Times are microseconds.
CREATE TABLE contents (
    hash BLOB NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    touched INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content_chunks (
    content BLOB NOT NULL,
    begins INTEGER NOT NULL,
    chunk BLOB NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (content, begins)
) STRICT, WITHOUT ROWID;
CREATE INDEX content_chunks_chunk ON content_chunks (chunk);

CREATE TABLE uploads (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    scope TEXT NOT NULL,
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    touched INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX uploads_scope ON uploads (scope, size);
CREATE INDEX uploads_person ON uploads (person, size);
CREATE INDEX uploads_touched ON uploads (touched);

-- Gone once the upload is complete.
CREATE TABLE upload_chunks (
    upload BLOB NOT NULL,
    n INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    chunk BLOB NOT NULL,
    size INTEGER NOT NULL,
    held INTEGER NOT NULL,
    PRIMARY KEY (upload, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_chunks_chunk ON upload_chunks (chunk);
