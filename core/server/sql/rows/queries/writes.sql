-- name: scope_insert
-- A new scope starts at rev 0.
INSERT INTO scopes (name, epoch, head, floor, member_rev, last_at, dead) VALUES (?1, ?2, 0, 0, 0, 0, 0)

-- name: scope_update
-- Heads move in memory while the transaction runs and are written once, before it commits.
UPDATE scopes SET epoch = ?2, head = ?3, floor = ?4, member_rev = ?5, last_at = ?6, dead = ?7 WHERE n = ?1

-- name: row_put
-- One statement for new and changed: the row of that id, under its older rev, makes room.
INSERT OR REPLACE INTO rows (scope, rev, id, kind, ord, deleted, parent, root, at, payload, due)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)

-- name: handle_insert
-- Does nothing if the handle is taken; the owner is read after.
INSERT INTO handles (handle, owner) VALUES (?1, ?2) ON CONFLICT DO NOTHING

-- name: handles_release
-- A person or group that goes, or takes another handle.
DELETE FROM handles WHERE owner = ?1

-- name: answer_insert
-- Never replaces: a number has one operation for good.
INSERT INTO answers (op, lane, number, ok, void, why, touched) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

-- name: answer_update
-- An answer stamped again with another epoch or rev (sync rule 17).
UPDATE answers SET lane = ?2, number = ?3, ok = ?4, void = ?5, why = ?6, touched = ?7 WHERE op = ?1

-- name: lane_set
-- Kept as long as the device, also when its answers are trimmed (sync rule 22).
INSERT INTO lanes (lane, last) VALUES (?1, ?2) ON CONFLICT (lane) DO UPDATE SET last = excluded.last

-- name: answers_trim
-- The client has deleted its outbox rows up to that number (sync rule 22).
DELETE FROM answers WHERE lane = ?1 AND number <= ?2

-- name: meta_set
-- Small facts about the whole store.
INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: grant_set
-- An upload that is complete; completing it again says the same.
INSERT OR REPLACE INTO blob_grants (upload, person, scope, blob, size, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- name: grants_drop
-- What nobody has used in all that time.
DELETE FROM blob_grants WHERE at < ?1

-- name: counter_set
-- The last order given, written once a transaction.
INSERT INTO counters (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: graves_fill
-- Derived ids (version 8) may come again, all others not (sync rule 28).
INSERT OR IGNORE INTO graves SELECT id FROM rows
WHERE scope = ?1 AND deleted = 1 AND at < ?2 AND substr(hex(id), 13, 1) <> '8'

-- name: tombstones_last
-- The new floor: the highest rev that is about to be purged.
SELECT max(rev) FROM rows WHERE scope = ?1 AND deleted = 1 AND at < ?2

-- name: tombstones_purge
-- Tombstones that are older than any client may be away (sync rule 10).
DELETE FROM rows WHERE scope = ?1 AND deleted = 1 AND at < ?2
