-- What stands inside documents, and the words of it and of the names of documents and folders.
CREATE TABLE "document_text" (
    ord INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    document BLOB,
    version BLOB,
    author BLOB,
    written_at INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    places BLOB
);
CREATE UNIQUE INDEX document_text_id ON "document_text" (scope, id);

-- rowid = the row's order * 4 + 0 for a folder, 1 for a document, 2 for a text: what is younger comes first without sorting. Names and
-- texts are apart, since a beginning of one letter is looked for in names only. Contentless, as `words`.
CREATE VIRTUAL TABLE file_words USING fts5(name, body, place, content='', tokenize='parvis');
CREATE INDEX folder_order ON "folder" (ord);
CREATE INDEX document_order ON "document" (ord);
