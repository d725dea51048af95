-- name: voices_of_posts
-- Whom one talks with: the newest posts, whoever wrote them and whom they name.
SELECT id, author, mentions FROM post ORDER BY ord DESC LIMIT ?1;

-- name: voices_of_comments
-- And the newest comments.
SELECT post, author FROM comment ORDER BY ord DESC LIMIT ?1;

-- name: members_to_complete
-- The names of one place, up to a bound.
SELECT person, handle, full_name FROM member WHERE scope = ?1 LIMIT ?2;
