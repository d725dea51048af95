-- name: tag_use_add
-- One more post of the scope has this tag.
INSERT INTO tag_use (scope, folded, tag, uses) VALUES (?1, ?2, ?3, 1)
    ON CONFLICT (scope, folded, tag) DO UPDATE SET uses = uses + 1;

-- name: tag_use_remove
-- One less; tag_use_drop follows.
UPDATE tag_use SET uses = uses - 1 WHERE scope = ?1 AND folded = ?2 AND tag = ?3;

-- name: tag_use_drop
-- What no post has any more is not on the disk any more.
DELETE FROM tag_use WHERE scope = ?1 AND folded = ?2 AND tag = ?3 AND uses <= 0;

-- name: tag_use_purge
-- The scope is lost, and so are its words.
DELETE FROM tag_use WHERE scope = ?1;

-- name: tag_use_wipe
-- With everything else.
DELETE FROM tag_use;

-- name: tag_use_uncounted
-- 1 while the posts of an older file are not counted.
SELECT count(*) FROM tag_use WHERE scope = 0;

-- name: tagged_posts
-- All posts, once, when a file of an older build is opened.
SELECT scope, tags FROM post WHERE tags IS NOT NULL ORDER BY ord;

-- name: tags_beginning
-- The tags of one scope in [?2, ?3): few, and from the key alone.
SELECT tag, uses FROM tag_use WHERE scope = ?1 AND folded >= ?2 AND folded < ?3 LIMIT ?4;
