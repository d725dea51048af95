-- name: feed_merged_before
-- The merged feed walks the table itself, which stands in the feed's order; the few rows of other scopes are passed over.
SELECT ord, scope FROM post WHERE ord < ?1 ORDER BY ord DESC LIMIT ?2;

-- name: feed_merged_after
-- The same, paging upwards.
SELECT ord, scope FROM post WHERE ord > ?1 ORDER BY ord LIMIT ?2;

-- name: feed_place_before
-- One group's feed (wall NULL) or one wall; keyset, since OFFSET reads what it skips.
SELECT ord FROM post WHERE scope = ?1 AND wall IS ?2 AND ord < ?3 ORDER BY ord DESC LIMIT ?4;

-- name: feed_place_after
-- The same, paging upwards.
SELECT ord FROM post WHERE scope = ?1 AND wall IS ?2 AND ord > ?3 ORDER BY ord LIMIT ?4;

-- name: feed_walls_before
-- Personal walls in a merged feed that leaves places out, which is put together from its places.
SELECT ord FROM post WHERE scope = ?1 AND wall IS NOT NULL AND ord < ?2 ORDER BY ord DESC LIMIT ?3;

-- name: feed_walls_after
-- The same, paging upwards.
SELECT ord FROM post WHERE scope = ?1 AND wall IS NOT NULL AND ord > ?2 ORDER BY ord LIMIT ?3;

-- name: pinned_posts
-- What a place has pinned, newest first; the index holds nothing else.
SELECT ord FROM post WHERE scope = ?1 AND pinned = 1 ORDER BY ord DESC LIMIT ?2;

-- name: comments_of_post
-- A thread in its order; the index on post holds the order already.
SELECT ord FROM comment WHERE post = ?1 ORDER BY ord;

-- name: comment_count
-- From the index alone.
SELECT count(*) FROM comment WHERE post = ?1;

-- name: comment_has_replies
-- A comment that is answered to is blanked, not removed.
SELECT 1 FROM comment WHERE post = ?1 AND parent = ?2 LIMIT 1;

-- name: comment_authors
-- The latest voices of a thread, more than are shown since some speak twice.
SELECT author FROM comment WHERE post = ?1 AND blank = 0 ORDER BY ord DESC LIMIT 20;

-- name: reactions_of_target
-- All of one post or comment; counted here, since pending ones are laid over by id.
SELECT id, person, emoji FROM reaction WHERE target = ?1;

-- name: unread_total
-- From the index alone: counts what is above the read mark, own posts too, up to a bound.
SELECT count(*) FROM (SELECT 1 FROM post WHERE scope = ?1 AND wall IS NULL AND ord > ?2 LIMIT ?3);

-- name: unread_mine
-- Own posts among the newest of those.
SELECT count(*) FROM (SELECT author FROM post WHERE scope = ?1 AND wall IS NULL AND ord > ?2 ORDER BY ord DESC LIMIT ?4)
    WHERE author = ?3;

-- name: top_posts
-- The newest posts of a scope, walls too: the highest order, and whose comments may stand above it.
SELECT ord, id FROM post WHERE scope = ?1 AND wall IS NULL ORDER BY ord DESC LIMIT 200;

-- name: top_wall_post
-- Walls are read together: the highest order of the scope, from the index alone.
SELECT max(ord) FROM post WHERE scope = ?1;

-- name: top_comment_of_post
-- The last entry of one thread's part of the index.
SELECT max(ord) FROM comment WHERE post = ?1;

-- name: newest_comments
-- The newest comments of all; one of the scope that is asked for is nearly always among them.
SELECT ord, scope FROM comment ORDER BY ord DESC LIMIT 2000;

-- name: latest_comments
-- The end of a thread's part of the index; a few more than are shown, since deleted ones are passed over.
SELECT ord FROM comment WHERE post = ?1 ORDER BY ord DESC LIMIT 6;

-- name: bookmarks_before
-- One's bookmarks, the last marked first; keyset on the mark's own order.
SELECT ord, id FROM bookmark WHERE scope = ?1 AND ord < ?2 ORDER BY ord DESC LIMIT ?3;

-- name: bookmarks_after
-- The same, paging upwards.
SELECT ord, id FROM bookmark WHERE scope = ?1 AND ord > ?2 ORDER BY ord LIMIT ?3;
