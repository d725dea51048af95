-- name: identity_read
-- Who this cache belongs to: needed before the first connection.
SELECT server, user, company, person, device FROM identity;

-- name: identity_write
-- Signing in is the only writer.
INSERT OR REPLACE INTO identity (one, server, user, company, person, device) VALUES (1, ?1, ?2, ?3, ?4, ?5);

-- name: scope_read_all
-- A few dozen rows, read when a connection opens or a summary is asked for.
SELECT key, name, epoch, view, covered, horizon, d, need_ids, ids_after, ids_as_of, unverified FROM scope;

-- name: scope_add
-- Gives the scope the small number under which its rows are kept.
INSERT INTO scope (name) VALUES (?1);

-- name: scope_write
-- Coverage is stored in the transaction of the rows that it speaks of (sync rule 1).
UPDATE scope SET epoch = ?2, view = ?3, covered = ?4, horizon = ?5, d = ?6, need_ids = ?7, ids_after = ?8,
    ids_as_of = ?9, unverified = ?10 WHERE key = ?1;

-- name: scope_remove
-- Ends a purge: the number may be given to another scope, nothing refers to it any more.
DELETE FROM scope WHERE key = ?1;

-- name: intent_add
-- Written with the rows that cause it (sync rule 35).
INSERT OR IGNORE INTO purge_intent (scope) VALUES (?1);

-- name: intent_read_all
-- Purges that a crash may have cut.
SELECT scope FROM purge_intent;

-- name: intent_remove
-- The purge is done, down to the last byte.
DELETE FROM purge_intent WHERE scope = ?1;

-- name: unknown_write
-- Kept for a build that can read it; never replaces a newer one.
INSERT INTO unknown_row (scope, id, kind, rev, ord, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (scope, id) DO UPDATE SET kind = ?3, rev = ?4, ord = ?5, payload = ?6 WHERE rev < ?4;

-- name: unknown_held
-- The rev of one unreadable row.
SELECT rev FROM unknown_row WHERE scope = ?1 AND id = ?2;

-- name: unknown_remove
-- A newer form can be read, or the entity is gone.
DELETE FROM unknown_row WHERE scope = ?1 AND id = ?2;

-- name: unknown_count
-- Nearly always 0, and then no row needs to look here.
SELECT count(*) FROM unknown_row;

-- name: unknown_read_all
-- What an older build could not read, tried again when the file is opened.
SELECT scope, id, kind, rev, ord, payload FROM unknown_row;

-- name: unknown_purge
-- Purge of a scope.
DELETE FROM unknown_row WHERE scope = ?1;

-- name: unknown_unverify
-- New epoch (sync rule 16).
UPDATE unknown_row SET rev = 0 WHERE scope = ?1;

-- name: unknown_drop_unverified
-- What the new epoch did not bring again.
DELETE FROM unknown_row WHERE scope = ?1 AND rev = 0;

-- name: unknown_range
-- Against a page of the list of live ids (sync rule 11).
SELECT id, rev FROM unknown_row WHERE scope = ?1 AND id > ?2 AND id <= ?3;

-- name: everything_else_wipe
-- What is in no kind's table; the file itself stays.
DELETE FROM unknown_row;
DELETE FROM purge_intent;
DELETE FROM scope;
DELETE FROM identity;
DELETE FROM notice;
DELETE FROM thread_of_mine;
DELETE FROM notice_known;
