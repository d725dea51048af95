-- name: scope_by_name
-- Every read begins with its scope.
SELECT n, epoch, head, floor, member_rev, last_at, dead FROM scopes WHERE name = ?1

-- name: all_scopes
-- For check, status and renewed epochs.
SELECT name, epoch, head, floor, member_rev, dead FROM scopes ORDER BY name

-- name: row_by_id
-- One row, tombstones too.
SELECT kind, id, rev, ord, deleted, parent, root, at, payload, due FROM rows WHERE scope = ?1 AND id = ?2

-- name: id_used
-- A created id is never used again, not even after its tombstone was purged (sync rule 28).
SELECT EXISTS (SELECT 1 FROM rows WHERE id = ?1) OR EXISTS (SELECT 1 FROM graves WHERE id = ?1)

-- name: scope_of_id
-- A group and its card in the directory share an id: the group's own scope comes first.
SELECT s.name FROM rows r JOIN scopes s ON s.n = r.scope WHERE r.id = ?1
ORDER BY r.kind = 13, r.deleted, s.name LIMIT 1

-- name: rows_ascending
-- A delta: what one person may see of (from, to] (sync rules 8 and 33).
SELECT kind, id, rev, ord, deleted, parent, root, at, payload, due FROM rows
WHERE scope = ?1 AND rev > ?2 AND rev <= ?3 AND (root = 0 OR root >= ?4) AND (deleted = 0 OR rev > ?5)
ORDER BY rev

-- name: rows_descending
-- A window: the same from the newest downwards.
SELECT kind, id, rev, ord, deleted, parent, root, at, payload, due FROM rows
WHERE scope = ?1 AND rev > ?2 AND rev <= ?3 AND (root = 0 OR root >= ?4) AND (deleted = 0 OR rev > ?5)
ORDER BY rev DESC

-- name: live_ids
-- A page of the ids that a client compares with its own (sync rule 11).
SELECT id FROM rows WHERE scope = ?1 AND id > ?2 AND deleted = 0 AND (root = 0 OR root >= ?3) ORDER BY id LIMIT ?4

-- name: time_at
-- The first held row from that rev on bounds its time from above (sync rule 37).
SELECT at FROM rows WHERE scope = ?1 AND rev >= ?2 ORDER BY rev LIMIT 1

-- name: children_of
-- A thread is deleted as a whole (sync rule 13).
SELECT kind, id, rev, ord, deleted, parent, root, at, payload, due FROM rows
WHERE scope = ?1 AND parent = ?2 AND parent IS NOT NULL AND deleted = 0 ORDER BY rev

-- name: rows_of_kind
-- Lists of people, members and memberships, through the index that leaves posts out.
SELECT kind, id, rev, ord, deleted, parent, root, at, payload, due FROM rows
WHERE scope = ?1 AND kind = ?2 AND id > ?3 AND deleted = 0 AND kind NOT IN (6, 7, 8) ORDER BY id LIMIT ?4

-- name: posts_of_kind
-- Posts, comments and reactions by id, through the index of all ids: for exports, not for views.
SELECT kind, id, rev, ord, deleted, parent, root, at, payload, due FROM rows
WHERE scope = ?1 AND +kind = ?2 AND id > ?3 AND deleted = 0 ORDER BY id LIMIT ?4

-- name: rows_due
-- What the server has to act on next; the index holds nothing else.
SELECT s.name, r.id, r.due FROM rows r JOIN scopes s ON s.n = r.scope
WHERE r.due > 0 AND r.due <= ?1 ORDER BY r.due LIMIT ?2

-- name: handle_owner
-- Handles are unique in the company, people and groups together.
SELECT owner FROM handles WHERE handle = ?1

-- name: lane_last
-- The highest number used in the lane (sync rule 21).
SELECT last FROM lanes WHERE lane = ?1

-- name: answer_by_op
-- A known operation gets its stored answer (sync rule 21).
SELECT op, lane, number, ok, void, why, touched FROM answers WHERE op = ?1

-- name: answer_at
-- Tells a number used by another operation from one whose answer was trimmed.
SELECT op FROM answers WHERE lane = ?1 AND number = ?2

-- name: meta_get
-- Small facts about the whole store.
SELECT value FROM meta WHERE key = ?1

-- name: grant_get
-- A row that names a content needs the right to it.
SELECT person, scope, blob, size, at FROM blob_grants WHERE upload = ?1

-- name: counter_get
-- The last order given.
SELECT value FROM counters WHERE name = ?1
