-- name: device_add
-- Each sign-in is a device of its own.
INSERT INTO devices (id, person, name, created_at, last_seen) VALUES (?1, ?2, ?3, ?4, ?4)

-- name: device_seen
-- For the list of devices.
UPDATE devices SET last_seen = ?2 WHERE id = ?1

-- name: devices_of
-- The person's list, newest first.
SELECT id, name, created_at, last_seen FROM devices WHERE person = ?1 ORDER BY last_seen DESC, id

-- name: device_owner
-- A device is revoked by its person only.
SELECT person FROM devices WHERE id = ?1

-- name: device_remove
-- With its tokens, in one transaction.
DELETE FROM devices WHERE id = ?1

-- name: refresh_add
-- A new generation of the family, or a second token of the last one when its first was lost on the way.
INSERT INTO refresh_tokens (hash, device, generation, proven, until) VALUES (?1, ?2, ?3, 0, ?4)

-- name: refresh_find
-- Whose it is, and whether it is the last, the one before, or older.
SELECT r.device, r.generation, r.until, d.person,
       (SELECT max(generation) FROM refresh_tokens WHERE device = r.device),
       (SELECT max(generation) FROM refresh_tokens WHERE device = r.device AND proven = 1)
FROM refresh_tokens r JOIN devices d ON d.id = r.device WHERE r.hash = ?1

-- name: refresh_prove
-- The client has this token: it, or an access token that came with it, was used.
UPDATE refresh_tokens SET proven = 1 WHERE hash = ?1 AND proven = 0

-- name: refresh_prune
-- Old generations are kept for a while, so that one used again is known for reuse.
DELETE FROM refresh_tokens WHERE device = ?1 AND generation < ?2

-- name: refresh_remove
-- The end of a family.
DELETE FROM refresh_tokens WHERE device = ?1

-- name: access_add
-- Comes with a refresh token and proves it when used.
INSERT INTO access_tokens (hash, device, refresh, until) VALUES (?1, ?2, ?3, ?4)

-- name: access_find
-- Asked at every connection and request.
SELECT a.device, a.until, d.person, a.refresh, coalesce(r.proven, 1)
FROM access_tokens a JOIN devices d ON d.id = a.device LEFT JOIN refresh_tokens r ON r.hash = a.refresh
WHERE a.hash = ?1

-- name: access_expire
-- Of one device, as it refreshes.
DELETE FROM access_tokens WHERE device = ?1 AND until <= ?2

-- name: access_remove
-- The end of a family.
DELETE FROM access_tokens WHERE device = ?1
