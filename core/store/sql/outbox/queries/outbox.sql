-- name: operation_add
-- seq is the local order of writing.
INSERT INTO operation (id, scope, entity, bytes, held_until, upload) VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: operation_read_all
-- The outbox is short; everybody wants all of it, in order.
SELECT seq, id, state, lane, number, is_void, why, touched, bytes, held_until, upload FROM operation ORDER BY seq;

-- name: operation_read
-- One entry by its id.
SELECT seq, id, state, lane, number, is_void, why, touched, bytes, held_until, upload FROM operation WHERE id = ?1;

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

-- name: operations_release
-- The file that they waited for is on the server.
UPDATE operation SET upload = NULL WHERE upload = ?1;

-- name: upload_add
-- With the operations that wait for it.
INSERT INTO upload (id, scope, document, blob, size) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: uploads_open
-- The queue is short, and whoever works on it wants all of it.
SELECT id, scope, document, blob, size, sent, active, complete_at FROM upload WHERE complete_at = 0 ORDER BY made;

-- name: upload_read
-- One by its id.
SELECT id, scope, document, blob, size, sent, active, complete_at FROM upload WHERE id = ?1;

-- name: upload_moved
-- For progress, and so that a list can say 'being sent'.
UPDATE upload SET active = ?2, sent = ?3 WHERE id = ?1;

-- name: upload_complete
-- Kept for a day, so that its sender can say what had to be sent.
UPDATE upload SET active = 0, complete_at = ?2 WHERE id = ?1;

-- name: upload_failed
-- Kept for a second try of what waits for it.
UPDATE upload SET active = 0, complete_at = -1 WHERE id = ?1;

-- name: upload_again
-- What waited for it is sent again.
UPDATE upload SET complete_at = 0 WHERE id = ?1 AND complete_at < 0;

-- name: uploads_drop_old
-- Told long ago, or wanted by nothing any more.
DELETE FROM upload WHERE (complete_at > 0 AND complete_at < ?1)
    OR (complete_at <= 0 AND id NOT IN (SELECT upload FROM operation WHERE upload IS NOT NULL));

-- name: download_add
-- Whoever wants it more urgently wins, and tries again what had failed.
INSERT INTO download (id, scope, blob, size, priority) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (id) DO UPDATE SET priority = min(priority, excluded.priority), why = '';

-- name: downloads_read
-- Most urgent first.
SELECT id, scope, blob, size, priority, why FROM download ORDER BY priority, made;

-- name: download_drop
-- It is here.
DELETE FROM download WHERE id = ?1;

-- name: download_failed
-- Kept with its reason for whoever waits for it.
UPDATE download SET why = ?2 WHERE id = ?1;

-- name: copies_read
-- A person has a handful of documents open.
SELECT document, scope, name, base, blob, mark, used_at FROM copy ORDER BY document;

-- name: copy_read
-- One by its document.
SELECT document, scope, name, base, blob, mark, used_at FROM copy WHERE document = ?1;

-- name: copy_keep
-- Opened, or replaced by a newer version.
INSERT OR REPLACE INTO copy (document, scope, name, base, blob, mark, used_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: copy_move
-- Only from what was seen: another process of the profile may have taken the same save.
UPDATE copy SET base = ?4, blob = ?5, mark = ?6, used_at = ?7 WHERE document = ?1 AND base IS ?2 AND blob = ?3
    RETURNING document;

-- name: copies_rebase
-- The operation that made the content has another id now, or will not happen.
UPDATE copy SET base = ?2 WHERE base = ?1;

-- name: copy_drop
-- The file is gone.
DELETE FROM copy WHERE document = ?1;
