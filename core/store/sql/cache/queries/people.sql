-- name: member_card
-- The card of somebody who is in no directory held here.
SELECT handle, full_name, guest FROM member WHERE person = ?1 LIMIT 1;

-- name: member_by_handle
-- For guests: their few groups are looked through.
SELECT person FROM member WHERE scope = ?1 AND handle = ?2 LIMIT 1;

-- name: groups_of_person
-- The groups held here that a person is in, from the index of cards.
SELECT scope FROM member WHERE person = ?1;

-- name: member_count
-- From the index alone.
SELECT count(*) FROM member WHERE scope = ?1;

-- name: person_by_handle
-- Handles are unique in the company.
SELECT id FROM person WHERE handle = ?1 AND scope = ?2;

-- name: people_by_name
-- The directory's first page, without a search.
SELECT key FROM person WHERE full_name >= '' COLLATE NOCASE ORDER BY full_name COLLATE NOCASE LIMIT ?1;
