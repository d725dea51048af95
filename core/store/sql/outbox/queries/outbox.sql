-- name: operation_add
-- seq is the local order of writing.
INSERT INTO operation (id, scope, entity, bytes, held_until) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: operation_read_all
-- The outbox is short; everybody wants all of it, in order.
SELECT seq, id, state, lane, number, is_void, why, touched, bytes, held_until FROM operation ORDER BY seq;

-- name: operation_read
-- One entry by its id.
SELECT seq, id, state, lane, number, is_void, why, touched, bytes, held_until FROM operation WHERE id = ?1;

-- name: operation_counts
-- For the badge and for `status`.
SELECT coalesce(sum(state < 2 AND NOT is_void), 0), coalesce(sum(state = 2), 0) FROM operation;

-- name: operation_remove
-- Its effect is in the cache, or nobody wants it any more.
DELETE FROM operation WHERE id = ?1;

-- name: operation_rewrite
-- References to an operation that was sent again under a new id (sync rule 24).
UPDATE operation SET bytes = ?2 WHERE seq = ?1;

-- name: operation_number
-- Committed before the operation is sent (sync rule 19).
UPDATE operation SET lane = ?2, number = ?3 WHERE seq = ?1;

-- name: operation_answered
-- Acknowledged; its overlay goes on until the cache has passed what it touched.
UPDATE operation SET state = 1, touched = ?2 WHERE id = ?1;

-- name: operation_rejected
-- The number is free: a retry is a new operation.
UPDATE operation SET state = 2, why = ?2, lane = NULL, number = NULL, touched = NULL, is_void = 0 WHERE seq = ?1;

-- name: operation_void
-- Discarded after it had a number: the same id is sent as void (sync rule 25).
UPDATE operation SET is_void = 1 WHERE seq = ?1;

-- name: operation_reopen
-- Its answer is of another epoch: sent again under the same id and number (sync rule 17).
UPDATE operation SET state = 0, touched = NULL WHERE seq = ?1;

-- name: operation_touched
-- One of the scopes that it touched was purged: its overlay ends there (sync rule 26).
UPDATE operation SET touched = ?2 WHERE seq = ?1;

-- name: lane_current
-- The lane that new operations get their number in.
SELECT id, last FROM lane ORDER BY made DESC LIMIT 1;

-- name: lane_add
-- A lane is a random id, made with the file or when the file turns out to be a copy (sync rules 19 and 23).
INSERT INTO lane (id) VALUES (?1);

-- name: lane_read
-- The highest number given out in one lane.
SELECT last FROM lane WHERE id = ?1;

-- name: lane_advance
-- The counter is stored, never derived.
UPDATE lane SET last = ?2 WHERE id = ?1;

-- name: lane_first_left
-- The lowest number that is still in the file; below it the server may forget its answers (sync rule 22).
SELECT min(number) FROM operation WHERE lane = ?1 AND number IS NOT NULL;

-- name: lanes_numbered
-- Lanes that auth must name: those of numbered operations.
SELECT DISTINCT lane FROM operation WHERE number IS NOT NULL;

-- name: purged_add
-- Access was lost: nothing of the scope is laid over the cache.
INSERT OR IGNORE INTO purged_scope (name) VALUES (?1);

-- name: purged_has
-- Asked by whoever lays operations over rows.
SELECT 1 FROM purged_scope WHERE name = ?1;

-- name: purged_remove
-- Access was given again.
DELETE FROM purged_scope WHERE name = ?1;
