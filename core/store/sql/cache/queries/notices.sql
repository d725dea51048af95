-- name: notice_write
-- Once seen, a notice keeps whether it came as news; its reason follows the edits.
INSERT INTO notice (ord, scope, id, post, kind, reason, fresh) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (ord) DO UPDATE SET reason = ?6;

-- name: notice_remove
-- The row is gone, blank, or names nobody any more.
DELETE FROM notice WHERE ord = ?1;

-- name: notice_move
-- The server gave the entity another order.
UPDATE OR REPLACE notice SET ord = ?2 WHERE ord = ?1;

-- name: notice_purge
-- Purge of a scope.
DELETE FROM notice WHERE scope = ?1;

-- name: notices_before
-- A page of the list, newest first, by the key.
SELECT ord, scope, id, post, kind, reason, fresh FROM notice WHERE ord < ?1 ORDER BY ord DESC LIMIT ?2;

-- name: mine_write
-- The earliest of one's own rows in the thread counts, in whatever order they come.
INSERT INTO thread_of_mine (scope, post, since) VALUES (?1, ?2, ?3)
    ON CONFLICT (scope, post) DO UPDATE SET since = min(since, ?3);

-- name: mine_since
-- Asked for every comment that comes.
SELECT since FROM thread_of_mine WHERE scope = ?1 AND post = ?2;

-- name: mine_any
-- Who has written nothing needs no look into it.
SELECT EXISTS (SELECT 1 FROM thread_of_mine);

-- name: mine_purge
-- Purge of a scope.
DELETE FROM thread_of_mine WHERE scope = ?1;

-- name: thread_comments
-- The comments of one thread, weighed again when one's own row comes later than its answers.
SELECT ord, id, author, parent, mentions, blank FROM comment WHERE post = ?2 AND scope = ?1;

-- name: author_of_post
-- Whose post a comment answers.
SELECT author FROM post WHERE scope = ?1 AND id = ?2;

-- name: author_of_comment
-- Whose comment a comment answers.
SELECT author FROM comment WHERE scope = ?1 AND id = ?2;

-- name: my_places
-- A few dozen rows: which groups a mention of a group may mean me by.
SELECT place FROM membership;

-- name: known_read
-- A few dozen rows, read when the cache opens.
SELECT scope, ord FROM notice_known;

-- name: known_write
-- The scope is complete: what is held now is no news any more.
INSERT OR REPLACE INTO notice_known (scope, ord) VALUES (?1, ?2);

-- name: known_remove
-- A new epoch, or the scope's purge: what comes until it is complete again is no news.
DELETE FROM notice_known WHERE scope = ?1;

-- name: due_read
-- Nearly always 0.
SELECT count(*) FROM notice_due;

-- name: due_remove
-- In the transaction of the filling.
DELETE FROM notice_due;

-- name: once_my_posts
-- One walk through a cache of an older build.
INSERT OR IGNORE INTO thread_of_mine SELECT scope, id, ord FROM post WHERE author = ?1;

-- name: once_my_comments
-- The same for comments: the earliest of each thread.
INSERT INTO thread_of_mine SELECT scope, post, min(ord) FROM comment WHERE author = ?1 GROUP BY scope, post
    ON CONFLICT (scope, post) DO UPDATE SET since = min(since, excluded.since);

-- name: once_posts
-- Posts that might concern somebody.
SELECT ord, scope, id, author, wall, mentions, blank FROM post WHERE mentions IS NOT NULL OR wall = ?1;

-- name: once_comments
-- Comments that might.
SELECT c.ord, c.scope, c.id, c.author, c.post, c.parent, c.mentions, c.blank FROM comment c
    LEFT JOIN thread_of_mine t ON t.scope = c.scope AND t.post = c.post
    WHERE c.mentions IS NOT NULL OR t.since < c.ord;

-- name: once_top
-- What each scope holds at most.
SELECT scope, max(ord) FROM (SELECT scope, ord FROM post UNION ALL SELECT scope, ord FROM comment) GROUP BY scope;
