-- name: attached_operations
-- The outbox as a reader sees it, attached to the cache; read before the cache (design, "Writing").
SELECT seq, id, state, lane, number, is_void, why, touched, bytes, held_until, upload FROM outbox.operation ORDER BY seq;

-- name: attached_purged
-- Scopes on which nothing is laid.
SELECT name FROM outbox.purged_scope;

-- name: attached_uploads
-- What is being sent at this moment, and how far it is.
SELECT id, sent FROM outbox.upload WHERE active = 1;

-- name: attached_downloads
-- What was asked for and is on its way, or why it cannot be had.
SELECT id, why FROM outbox.download;

-- name: attached_copies
-- Documents that are open in other programs.
SELECT document, name, mark FROM outbox.copy;
