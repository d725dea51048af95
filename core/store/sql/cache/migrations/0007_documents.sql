-- Documents: folders, documents, their versions and locks, what is pinned, and the files of posts and comments.
CREATE TABLE "folder" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    parent BLOB,
    name TEXT NOT NULL DEFAULT '',
    author BLOB,
    created_at INTEGER NOT NULL DEFAULT 0,
    trashed INTEGER NOT NULL DEFAULT 0,
    trashed_at INTEGER NOT NULL DEFAULT 0,
    trashed_by BLOB
);
CREATE UNIQUE INDEX folder_id ON "folder" (scope, id);
-- What lies in one folder; the group's own things have none.
CREATE INDEX folder_parent ON "folder" (scope, parent) WHERE trashed = 0;
CREATE INDEX folder_trash ON "folder" (scope) WHERE trashed = 1;

CREATE TABLE "document" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    folder BLOB,
    name TEXT NOT NULL DEFAULT '',
    author BLOB,
    created_at INTEGER NOT NULL DEFAULT 0,
    trashed INTEGER NOT NULL DEFAULT 0,
    trashed_at INTEGER NOT NULL DEFAULT 0,
    trashed_by BLOB,
    head BLOB,
    head_op BLOB,
    branches BLOB,
    versions INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL DEFAULT 0,
    modified_at INTEGER NOT NULL DEFAULT 0,
    editor BLOB
);
CREATE UNIQUE INDEX document_id ON "document" (scope, id);
CREATE INDEX document_folder ON "document" (scope, folder) WHERE trashed = 0;
CREATE INDEX document_trash ON "document" (scope) WHERE trashed = 1;

CREATE TABLE "version" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    document BLOB,
    base BLOB,
    number INTEGER NOT NULL DEFAULT 0,
    author BLOB,
    created_at INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL DEFAULT 0,
    blob TEXT NOT NULL DEFAULT '',
    comment TEXT NOT NULL DEFAULT '',
    source BLOB,
    content_op BLOB,
    resolves BLOB
);
CREATE UNIQUE INDEX version_id ON "version" (scope, id);
CREATE INDEX version_document ON "version" (document, ord);

CREATE TABLE "lock" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    document BLOB,
    person BLOB,
    until INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX lock_id ON "lock" (scope, id);

CREATE TABLE "pin" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    target BLOB,
    place TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX pin_id ON "pin" (scope, id);

CREATE TABLE "attachment" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    target BLOB,
    author BLOB,
    name TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    blob TEXT NOT NULL DEFAULT '',
    source BLOB,
    created_at INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX attachment_id ON "attachment" (scope, id);
CREATE INDEX attachment_target ON "attachment" (target);
