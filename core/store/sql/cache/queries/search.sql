-- name: search_words_newest
-- Matches whose rowid is a cell from ?2 to ?3, newest first: without sorting, and the walk stops as soon as enough are found.
SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 AND rowid <= ?3 ORDER BY rowid DESC;

-- name: search_words_crowded
-- The others, newest first too: their rowid is the complement of the order.
SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 AND rowid <= ?3 ORDER BY rowid;

-- name: search_words_count
-- Ranking all is for queries with few matches: counted with a cap.
SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ?1 LIMIT ?2);

-- name: search_words_count_between
-- The same between two days: cells ?3 to ?4, crowded rows ?5 to ?6.
SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ?1 AND rowid >= ?3 AND rowid <= ?4
UNION ALL SELECT 1 FROM words WHERE words MATCH ?1 AND rowid >= ?5 AND rowid <= ?6 LIMIT ?2);

-- name: search_newest_cell
-- How far the full text goes: word counts are estimated up to here.
SELECT max(id) FROM words_docsize;

-- name: search_words_ranked
-- Best first (relevance.h); ?3 is the newest cell.
SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY relevance(words, ?3) LIMIT ?2;

-- name: search_words_ranked_newest
-- The same over the cells of a window, ?4 to ?5.
SELECT rowid, relevance(words, ?3) AS score FROM words WHERE words MATCH ?1 AND rowid >= ?4 AND rowid <= ?5
ORDER BY score LIMIT ?2;

-- name: search_words_ranked_crowded
-- With the texts of crowded seconds in the window, ?6 to ?7.
SELECT rowid, relevance(words, ?3) AS score FROM words WHERE words MATCH ?1 AND rowid >= ?4 AND rowid <= ?5
UNION ALL
SELECT rowid, relevance(words, ?3) AS score FROM words WHERE words MATCH ?1 AND rowid >= ?6 AND rowid <= ?7
ORDER BY score LIMIT ?2;

-- name: posts_between
-- The texts of one cell of the full text; most cells have one. Empty ones are not indexed.
SELECT ord FROM post WHERE ord >= ?1 AND ord <= ?2 AND body <> '';

-- name: comments_between
-- As posts_between.
SELECT ord FROM comment WHERE ord >= ?1 AND ord <= ?2 AND body <> '';

-- name: search_names
-- People and groups are few: all matches, up to a bound.
SELECT rowid FROM names WHERE names MATCH ?1 LIMIT ?2;

-- name: newest_posts_of_all
-- Texts to look through while a word is being typed, older than ?2 and not older than ?3: common beginnings are found here
-- at once.
SELECT ord FROM post WHERE ord < ?2 AND ord >= ?3 ORDER BY ord DESC LIMIT ?1;

-- name: newest_comments_of_all
-- As newest_posts_of_all.
SELECT ord FROM comment WHERE ord < ?2 AND ord >= ?3 ORDER BY ord DESC LIMIT ?1;

-- name: search_files
-- Names and texts of documents, the youngest first, up to a bound.
SELECT rowid FROM file_words WHERE file_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2;

-- name: search_files_ranked
-- Best first; a name says more than a text.
SELECT rowid FROM file_words WHERE file_words MATCH ?1 ORDER BY bm25(file_words, 8.0, 1.0, 0.0) LIMIT ?2;

-- name: folder_of_order
-- Which folder a rowid of file_words means.
SELECT key FROM folder WHERE ord = ?1;

-- name: document_of_order
-- As folder_of_order.
SELECT key FROM document WHERE ord = ?1;
