-- name: folders_in
-- What lies in one folder, null for the group itself; IS, so that null equals null.
SELECT scope, id, rev, ord, extra, key, parent, name, author, created_at, trashed, trashed_at, trashed_by
FROM folder WHERE scope = ?1 AND parent IS ?2 AND trashed = 0;

-- name: documents_in
-- The same of documents: whole rows, and what is shown of the latest version, since a folder may hold a hundred thousand.
SELECT d.scope, d.id, d.rev, d.ord, d.extra, d.key, d.folder, d.name, d.author, d.created_at, d.trashed, d.trashed_at,
    d.trashed_by, d.head, d.head_op, d.branches, d.versions, d.size, d.modified_at, d.editor, v.blob, v.number
FROM document d LEFT JOIN version v ON v.scope = d.scope AND v.id = d.head
WHERE d.scope = ?1 AND d.folder IS ?2 AND d.trashed = 0;

-- name: documents_first
-- The same, as many as a screen needs at once: in the order of the index, which knows no accents.
SELECT d.scope, d.id, d.rev, d.ord, d.extra, d.key, d.folder, d.name, d.author, d.created_at, d.trashed, d.trashed_at,
    d.trashed_by, d.head, d.head_op, d.branches, d.versions, d.size, d.modified_at, d.editor, v.blob, v.number
FROM document d LEFT JOIN version v ON v.scope = d.scope AND v.id = d.head
WHERE d.scope = ?1 AND d.folder IS ?2 AND d.trashed = 0 ORDER BY d.name COLLATE NOCASE LIMIT ?3;

-- name: documents_recent
-- By the index of the same order.
SELECT scope, id FROM document WHERE trashed = 0 ORDER BY modified_at DESC LIMIT ?1;

-- name: documents_mine
-- Goes down the same index, until there are enough.
SELECT scope, id FROM document WHERE trashed = 0 AND (author = ?1 OR editor = ?1) ORDER BY modified_at DESC LIMIT ?2;

-- name: documents_split
-- An empty list of branches is one byte, as CBOR writes it.
SELECT scope, id FROM document WHERE trashed = 0 AND length(branches) > 1 ORDER BY modified_at DESC LIMIT ?1;

-- name: folders_trashed
-- The trash of a group is short: it is emptied after 30 days.
SELECT id FROM folder WHERE scope = ?1 AND trashed = 1;

-- name: documents_trashed
-- Likewise.
SELECT id FROM document WHERE scope = ?1 AND trashed = 1;

-- name: versions_of
-- The history of one document, latest first.
SELECT id FROM version WHERE document = ?1 ORDER BY ord DESC;

-- name: version_content
-- What is shown of the latest version beside its document.
SELECT blob, number FROM version WHERE scope = ?1 AND id = ?2;

-- name: attachments_of
-- The files of a page of posts or comments at once; what is not bound equals nothing. The number is that of `targetsAtOnce`.
SELECT scope, id FROM attachment WHERE target IN (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
    ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40);

-- name: blobs_named
-- Every content that some row gives a right to: all others may go from the disk. Runs after a purge, over all there is.
SELECT blob FROM version UNION SELECT blob FROM attachment;
