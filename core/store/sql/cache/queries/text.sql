-- name: words_has
-- Whether a rowid is in use: the table of lengths that FTS5 keeps beside the index.
SELECT 1 FROM words_docsize WHERE id = ?1;

-- name: words_add
-- Filled directly: triggers are 2.7 times slower.
INSERT INTO words (rowid, body, place) VALUES (?1, ?2, ?3);

-- name: words_remove
-- A contentless index must be given the very text that it was filled with.
INSERT INTO words (words, rowid, body, place) VALUES ('delete', ?1, ?2, ?3);

-- name: words_command
-- Merging, in steps of so many pages: FTS5 takes commands as rows.
INSERT INTO words (words, rank) VALUES (?1, ?2);

-- name: words_optimize
-- One segment, in which nothing of deleted rows is left.
INSERT INTO words (words) VALUES ('optimize');

-- name: names_add
-- People and groups are few; the same tokens as for posts.
INSERT INTO names (rowid, body) VALUES (?1, ?2);

-- name: names_remove
-- As words_remove.
INSERT INTO names (names, rowid, body) VALUES ('delete', ?1, ?2);

-- name: names_optimize
-- As words_optimize.
INSERT INTO names (names) VALUES ('optimize');

-- name: words_wipe
-- The whole cache is emptied.
INSERT INTO words (words) VALUES ('delete-all');

-- name: names_wipe
-- The whole cache is emptied.
INSERT INTO names (names) VALUES ('delete-all');

-- name: file_words_add
-- The name of a folder or document, or the text of one.
INSERT INTO file_words (rowid, name, body, place) VALUES (?1, ?2, ?3, ?4);

-- name: file_words_remove
-- As words_remove.
INSERT INTO file_words (file_words, rowid, name, body, place) VALUES ('delete', ?1, ?2, ?3, ?4);

-- name: file_words_optimize
-- As words_optimize.
INSERT INTO file_words (file_words) VALUES ('optimize');

-- name: file_words_wipe
-- The whole cache is emptied.
INSERT INTO file_words (file_words) VALUES ('delete-all');

-- name: file_words_has_any
-- A cache from before this table has documents whose names are still to be indexed.
SELECT 1 FROM file_words_docsize LIMIT 1;
