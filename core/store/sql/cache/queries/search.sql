-- name: search_words_newest
-- rowid is the order, so the newest come first without sorting and the walk stops as soon as enough are found.
SELECT rowid FROM words WHERE words MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3;

-- name: search_words_count
-- Ranking all is for queries with few matches: counted with a cap.
SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ?1 LIMIT ?2);

-- name: search_words_window
-- The order below which the ranked window ends.
SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT 1 OFFSET ?2;

-- name: search_words_ranked
-- Best first by bm25; the place's token has no weight.
SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 ORDER BY bm25(words, 1.0, 0.0), rowid DESC LIMIT ?3;

-- name: search_names
-- People and groups are few: all matches, up to a bound.
SELECT rowid FROM names WHERE names MATCH ?1 LIMIT ?2;

-- name: newest_posts_of_all
-- Texts to look through when one or two letters are typed: common beginnings are found here at once.
SELECT ord, scope, body FROM post ORDER BY ord DESC LIMIT ?1;

-- name: newest_comments_of_all
-- As newest_posts_of_all.
SELECT ord, scope, body FROM comment ORDER BY ord DESC LIMIT ?1;
