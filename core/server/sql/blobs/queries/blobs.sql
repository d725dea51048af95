-- name: content_size
-- Whether a content is here.
SELECT size FROM contents WHERE hash = ?1

-- name: content_add
-- Uploaded again, it is as fresh as a new one: nothing may sweep it before a row names it.
INSERT INTO contents (hash, size, touched) VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO UPDATE SET touched = excluded.touched

-- name: content_chunk_add
-- The same content may have been cut by another client in another way: the first stays.
INSERT OR IGNORE INTO content_chunks (content, begins, chunk, size) VALUES (?1, ?2, ?3, ?4)

-- name: content_chunk_at
-- The chunk that a byte is in.
SELECT begins, chunk, size FROM content_chunks WHERE content = ?1 AND begins <= ?2 ORDER BY begins DESC LIMIT 1

-- name: content_chunks_of
-- For the check, in order.
SELECT begins, chunk, size FROM content_chunks WHERE content = ?1 ORDER BY begins

-- name: contents_after
-- Everything, page by page.
SELECT hash, size, touched FROM contents WHERE hash > ?1 ORDER BY hash LIMIT 500

-- name: content_has_chunk
-- Whether a version of the same document has a chunk already.
SELECT size FROM content_chunks WHERE chunk = ?1 AND content = ?2 LIMIT 1

-- name: content_drop
-- Nobody names it any more.
DELETE FROM contents WHERE hash = ?1

-- name: content_chunks_drop
-- With its content.
DELETE FROM content_chunks WHERE content = ?1

-- name: chunk_used
-- A chunk goes when the last content and the last upload that have it are gone.
SELECT EXISTS (SELECT 1 FROM content_chunks WHERE chunk = ?1) OR EXISTS (SELECT 1 FROM upload_chunks WHERE chunk = ?1)

-- name: all_chunks
-- For a backup, each once.
SELECT DISTINCT chunk FROM content_chunks ORDER BY chunk

-- name: upload_add
-- The id is the client's.
INSERT INTO uploads (id, person, scope, hash, size, complete, touched) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)

-- name: upload_get
-- Every request names its upload.
SELECT person, scope, hash, size, complete FROM uploads WHERE id = ?1

-- name: upload_touch
-- One that goes on is not swept.
UPDATE uploads SET touched = ?2 WHERE id = ?1

-- name: upload_complete
-- The content is here.
UPDATE uploads SET complete = 1, touched = ?2 WHERE id = ?1

-- name: upload_drop
-- Swept, or not what was promised.
DELETE FROM uploads WHERE id = ?1

-- name: uploads_older
-- What has not been touched for long.
SELECT id, hash, complete FROM uploads WHERE touched < ?1

-- name: scope_bytes
-- What counts against the quota of a place.
SELECT coalesce(sum(size), 0) FROM uploads WHERE scope = ?1

-- name: person_bytes
-- What counts against the quota of a person.
SELECT coalesce(sum(size), 0) FROM uploads WHERE person = ?1

-- name: upload_chunk_add
-- Named by the client, held or not.
INSERT INTO upload_chunks (upload, n, begins, chunk, size, held) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- name: upload_chunk_get
-- One chunk of an upload.
SELECT chunk, size, held FROM upload_chunks WHERE upload = ?1 AND n = ?2

-- name: upload_chunk_held
-- Its bytes are on the disk, or turned out to be damaged.
UPDATE upload_chunks SET held = ?3 WHERE upload = ?1 AND n = ?2

-- name: upload_chunks_sum
-- How far the naming has come.
SELECT count(*), coalesce(sum(size), 0) FROM upload_chunks WHERE upload = ?1

-- name: upload_chunks_missing
-- What the client has to send.
SELECT n FROM upload_chunks WHERE upload = ?1 AND held = 0 ORDER BY n LIMIT ?2

-- name: upload_chunks_of
-- All of them, in order.
SELECT n, begins, chunk, size FROM upload_chunks WHERE upload = ?1 ORDER BY n

-- name: upload_chunks_drop
-- With their upload.
DELETE FROM upload_chunks WHERE upload = ?1
