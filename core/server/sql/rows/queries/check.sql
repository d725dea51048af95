-- name: stray_rows
-- Rows whose scope does not exist.
SELECT scope, count(*) FROM rows WHERE scope NOT IN (SELECT n FROM scopes) GROUP BY scope

-- name: all_handles
-- Checked against the people and groups.
SELECT handle, owner FROM handles ORDER BY handle

-- name: all_lanes
-- Checked against the answers.
SELECT lane, last FROM lanes ORDER BY lane

-- name: all_answers
-- Each belongs to a lane, at or below its last number.
SELECT op, lane, number FROM answers ORDER BY lane, number
