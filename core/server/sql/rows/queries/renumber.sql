-- name: scope_next_number
-- Renumbered rows are written under a number that is free.
SELECT max(n) + 1 FROM scopes

-- name: renumber_copy
-- Live rows in order of `ord` under revs from 1 (sync rule 38). Their time becomes that of their order, which no row's
-- display time exceeds; a thread keeps its rank among the thread roots, so that nobody sees more or less than before.
INSERT INTO rows (scope, rev, id, kind, ord, deleted, parent, root, at, payload, due)
SELECT ?2, row_number() OVER (ORDER BY ord), id, kind, ord, 0, parent,
       CASE WHEN root = 0 THEN 0
            ELSE dense_rank() OVER (ORDER BY root) - (SELECT EXISTS (SELECT 1 FROM rows WHERE scope = ?1 AND deleted = 0
                                                                     AND root = 0)) END,
       (ord + 255) / 256, payload, due
FROM rows WHERE scope = ?1 AND deleted = 0

-- name: renumber_drop
-- The rows under the old number.
DELETE FROM rows WHERE scope = ?1

-- name: renumber_swap
-- The scope goes on under the new number.
UPDATE scopes SET n = ?2 WHERE n = ?1

-- name: renumber_seen_from
-- Where a member's lowest readable root lands: one above the rank of the roots below it.
SELECT count(DISTINCT root) + 1 FROM rows WHERE scope = ?1 AND deleted = 0 AND root > 0 AND root < ?2

-- name: renumber_last
-- Head and newest time after the copy.
SELECT max(rev), max(at) FROM rows WHERE scope = ?1

-- name: root_set
-- The membership row of a from-join group follows the renumbering; it is no change that a client sees.
UPDATE rows SET root = ?3 WHERE scope = ?1 AND id = ?2
